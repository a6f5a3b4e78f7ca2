//! Slips in a sound text, for tests that hold two readers of it to the same tree.

/// Each single slip: a sign before a character or in its place, a character left out, the text cut off before or behind it.
pub(super) fn single<'t>(sound: &'t str, signs: &'t [&'t str]) -> impl Iterator<Item = String> + 't {
    sound.char_indices().flat_map(move |(at, c)| {
        let (before, behind) = (&sound[..at], &sound[at + c.len_utf8()..]);
        let with_signs = signs
            .iter()
            .flat_map(move |sign| [format!("{before}{sign}{c}{behind}"), format!("{before}{sign}{behind}")]);
        let cut = [
            format!("{before}{behind}"),
            format!("{c}{behind}"),
            before.to_owned(),
            format!("{before}\n"),
        ];
        with_signs.chain(cut)
    })
}

/// Several slips together, each a place, how many bytes are left out there at the most, and the number of a sign.
pub(super) fn several(sound: &str, signs: &[&str], slips: Vec<(usize, usize, usize)>) -> String {
    let mut text = sound.to_owned();
    for (at, out, sign) in slips {
        let boundary = |at: usize| text.floor_char_boundary(at.min(text.len()));
        let (start, end) = (boundary(at), boundary(at + out));
        text.replace_range(start..end.max(start), signs[sign]);
    }
    text
}
