//! What a reader of the figures would ask about a rating. The rating is the department's own judgement and stays; it is
//! only asked about, and a reason beside the rating answers every question. One rating, at most one question: the first
//! that applies, in the order of [`Question`].

use super::{Amount, Kpi, Progress, Rating, Ratio, Standing, TargetValue, YearMonth};

/// From this share of the way from the baseline to the target on (for 維持, of the target), a change is notable: a tenth.
/// A smaller change is no reason to ask.
pub const NOTABLE: (i128, i128) = (1, 10);

/// A rating that the figures alone do not carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// 順調, 現状維持 or 遅延 although there is no actual value.
    NoActual,
    /// － although there is one.
    HasActual,
    /// 順調 although the value is on the wrong side of the baseline.
    OnTrackBelow,
    /// 順調 although the level to be kept is not kept.
    OnTrackNotKept,
    /// 順調 although it went the wrong way since the year before: at all, when behind the time that has passed; by a
    /// notable part of the way, when not.
    OnTrackFalling {
        /// The value of the year before.
        previous: Amount,
    },
    /// 順調 although, past the middle of the time, not half of what should be done is done.
    OnTrackBehind,
    /// 現状維持 although the value is on the wrong side of the baseline (or of the level to be kept) by a notable part.
    UnchangedBelow,
    /// 遅延 although not behind the time that has passed.
    DelayedAhead,
}

impl Question {
    /// What to ask about `rating`, by the values of `year` (on the KPI's own basis) that a report of `month` prints.
    pub fn of(kpi: &Kpi, rating: Rating, year: u16, month: YearMonth) -> Option<Self> {
        let progress = Progress::as_of(kpi, year, month);
        match (&progress, rating) {
            // An event has no value, before it happens or after.
            (Progress::Milestone, _) => return None,
            (Progress::NoActual, Rating::NotRated) => return None,
            (Progress::NoActual, _) => return Some(Self::NoActual),
            (_, Rating::NotRated) => return Some(Self::HasActual),
            // A target on the wrong side of the baseline turns the arithmetic round; that is asked about by itself.
            (Progress::Measured { baseline, target, .. }, _) if kpi.is_worse(*target, *baseline) => return None,
            _ => {}
        }
        let standing = progress.standing();
        match rating {
            Rating::OnTrack => on_track(kpi, &progress, year, month),
            Rating::Unchanged if notably_below(&progress) => Some(Self::UnchangedBelow),
            Rating::Delayed if matches!(standing, Some(Standing::Reached | Standing::Ahead)) => {
                Some(Self::DelayedAhead)
            }
            Rating::Unchanged | Rating::Delayed | Rating::NotRated => None,
        }
    }
}

fn on_track(kpi: &Kpi, progress: &Progress, year: u16, month: YearMonth) -> Option<Question> {
    let standing = progress.standing();
    match progress {
        Progress::Kept { held: false, .. } => return Some(Question::OnTrackNotKept),
        Progress::Kept { held: true, .. } => return None,
        _ if standing == Some(Standing::BelowBaseline) => return Some(Question::OnTrackBelow),
        _ if standing == Some(Standing::Reached) => return None,
        _ => {}
    }
    let before = (kpi.basis.step() <= year).then(|| year - kpi.basis.step());
    if let (Some(actual), Some(previous)) = (
        actual(progress),
        before.and_then(|before| kpi.value_as_of(before, month)),
    ) && kpi.is_worse(actual, previous)
        && (standing != Some(Standing::Ahead) || notable(actual.minus(previous).abs(), way(kpi, progress)))
    {
        return Some(Question::OnTrackFalling { previous });
    }
    let half = Ratio::new(1, 2)?;
    let Progress::Measured { expected, pace, .. } = progress else {
        return None;
    };
    // Beyond the target's year it is the target that is asked about.
    let timely = |expected: Ratio| expected >= half && Ratio::new(1, 1).is_some_and(|one| expected <= one);
    let late = expected.is_some_and(timely) && pace.is_some_and(|pace| pace < half);
    late.then_some(Question::OnTrackBehind)
}

fn actual(progress: &Progress) -> Option<Amount> {
    match progress {
        Progress::Measured { actual, .. } | Progress::Kept { actual, .. } | Progress::FromNothing { actual, .. } => {
            Some(*actual)
        }
        Progress::Milestone | Progress::NoActual => None,
    }
}

/// What there is to go from the baseline; without one, all of the target.
fn way(kpi: &Kpi, progress: &Progress) -> Amount {
    match (progress, &kpi.target.value) {
        (Progress::Measured { baseline, target, .. }, _) => target.minus(*baseline).abs(),
        (_, TargetValue::Figure(target)) => target.abs(),
        (_, TargetValue::Milestone(_)) => Amount::whole(0),
    }
}

fn notable(change: Amount, way: Amount) -> bool {
    let share = change.over(way);
    share
        .zip(Ratio::new(NOTABLE.0, NOTABLE.1))
        .is_some_and(|(share, least)| share > least)
}

fn notably_below(progress: &Progress) -> bool {
    match progress {
        Progress::Measured { progress, .. } => Ratio::new(-NOTABLE.0, NOTABLE.1).is_some_and(|least| *progress < least),
        Progress::Kept {
            actual,
            target,
            held: false,
        } => notable(actual.minus(*target).abs(), target.abs()),
        Progress::Kept { .. } | Progress::FromNothing { .. } | Progress::Milestone | Progress::NoActual => false,
    }
}

#[cfg(test)]
mod tests;
