//! Faults of our own, planted into copies of the shipped example: one at a time, and twenty at once.
//!
//! A plant is a slip that somebody could make, as a replacement in one file, with marks in the new text where each finding
//! must point: `unit: ⟪unit-unknown⟫世帯`. Positions are read from the marks, never written by hand. What is found must be
//! what is marked, at that line and column, and nothing else but what the example gives anyway.
//!
//! `clean.rs` is the other half: sound sentences and sources about which nothing may be said.

#[path = "../support/mod.rs"]
mod support;

mod clean;
mod plant;
mod plants;

use std::collections::BTreeSet;

use ayumi::{check, render};
use plant::{Example, Plant};

/// How many at once.
const AT_ONCE: usize = 20;
/// How often every plant takes part in such a heap.
const ROUNDS: u64 = 2;

#[test]
fn there_are_more_than_a_hundred_different_plants() {
    let plants = plants::all();
    let names: BTreeSet<&str> = plants.iter().map(|plant| plant.name).collect();
    assert_eq!(names.len(), plants.len(), "a name stands twice");
    assert!(plants.len() > 100, "{}", plants.len());
    let example = Example::shipped();
    let misfits: Vec<String> = plants.iter().filter_map(|plant| plant.misfit(&example)).collect();
    assert!(misfits.is_empty(), "{}", misfits.join("\n"));
    let codes: BTreeSet<String> = plants.iter().flat_map(Plant::codes).collect();
    let known: BTreeSet<&str> = check::codes()
        .map(|(code, _)| code)
        .chain([render::Templates::CODE])
        .collect();
    let unknown: Vec<&String> = codes.iter().filter(|code| !known.contains(code.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(codes.len() > 100, "{} codes", codes.len());
}

#[test]
fn one_at_a_time() {
    let example = Example::shipped();
    let wrong = plant::side_by_side(&plants::all(), |planted| {
        example
            .plant(&[planted])
            .complaint()
            .map(|text| format!("{}:\n{text}", planted.name))
    });
    assert!(wrong.is_empty(), "{}\n{} of them", wrong.join("\n"), wrong.len());
}

#[test]
fn twenty_at_once() {
    let example = Example::shipped();
    let plants = plants::all();
    let heaps: Vec<Vec<&Plant>> = (1..=ROUNDS).flat_map(|seed| heaps(&example, &plants, seed)).collect();
    let full = heaps.iter().filter(|heap| heap.len() == AT_ONCE).count();
    assert!(full >= 20, "{full} heaps of {AT_ONCE}");
    let wrong = plant::side_by_side(&heaps, |heap| {
        let text = example.plant(heap).complaint()?;
        let names: Vec<&str> = heap.iter().map(|planted| planted.name).collect();
        Some(format!("{}:\n{text}", names.join(", ")))
    });
    assert!(
        wrong.is_empty(),
        "{}\n{} of {} heaps",
        wrong.join("\n"),
        wrong.len(),
        heaps.len()
    );
}

/// Every plant once (but those that are told alone), in heaps whose plants do not stand in each other's way.
fn heaps<'p>(example: &Example, plants: &'p [Plant], seed: u64) -> Vec<Vec<&'p Plant>> {
    let mut left: Vec<&Plant> = plants.iter().filter(|plant| !plant.alone).collect();
    shuffle(&mut left, seed);
    let mut heaps = Vec::new();
    while !left.is_empty() {
        let mut taken = plant::Spots::default();
        let mut heap = Vec::new();
        left.retain(|planted| {
            let fits = heap.len() < AT_ONCE && taken.take(planted, example);
            if fits {
                heap.push(*planted);
            }
            !fits
        });
        heaps.push(heap);
    }
    heaps
}

/// The same order for the same seed.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for last in (1..items.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        items.swap(last, (state % (last as u64 + 1)) as usize);
    }
}
