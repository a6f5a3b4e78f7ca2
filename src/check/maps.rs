//! Tables in which rules look things up. One hasher for all of them: that of the standard library costs several times as much
//! for texts as short as names and ids. Its keys come from the system as well, so that nobody can write names that collide.

use ahash::RandomState;

pub(in crate::check) type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;
pub(in crate::check) type HashSet<K> = std::collections::HashSet<K, RandomState>;
