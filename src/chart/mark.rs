//! The look of every mark: its class for page styles, and the presentation attributes for tools that know none.
//! Nothing but constants may enter; where a mark stands is the charts' business.

/// What is drawn. Each kind is told apart by shape, line or word as well, never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A value of an earlier year. The outline is there because the fill alone has 2.8:1 against white.
    Bar,
    /// The value of the year in question.
    CurrentBar,
    /// No value: a dashed stub.
    Missing,
    /// The target at its year: a hollow, hatched bar.
    TargetBar,
    /// The hatching of a hollow bar.
    Hatch,
    /// The level of the target across all years.
    TargetLine,
    /// Keeps the target line visible where it crosses a bar.
    TargetHalo,
    /// A value that is to be expected if trends go on: a hollow bar.
    Projection,
    /// From the lower to the upper end of what is aimed at.
    Range,
    /// The zero line.
    Axis,
    /// A short stroke on the zero line or a light line across.
    Grid,
    /// The way from the baseline to the target.
    Track,
    /// How much of the way is done.
    Done,
    /// How much of the way should be done by now.
    Expected,
    /// Beyond either end of the way.
    Beyond,
    /// A value printed on its mark, with a halo.
    Value,
    /// The value of the year in question.
    CurrentValue,
    /// The word of the target.
    TargetValue,
    /// The word for a value that is missing.
    MissingValue,
    /// A year's name, a tick's figure, the unit.
    Label,
    /// The name of the year in question.
    CurrentLabel,
    /// The second name of a year.
    Sublabel,
}

impl Mark {
    /// `class="…"` and presentation attributes, ready to stand in a start tag: of the shape, or of the group around it.
    pub(super) fn attributes(self) -> &'static str {
        match self {
            Mark::Bar => r##" class="chart-bar" fill="#7096F8" stroke="#3460FB""##,
            Mark::CurrentBar => r##" class="chart-bar is-current" fill="#0017C1" stroke="#0017C1""##,
            Mark::Missing => r##" class="chart-missing" fill="none" stroke="#595959" stroke-dasharray="4 3""##,
            Mark::TargetBar => r##" class="chart-target-bar" fill="none" stroke="#1a1a1a" stroke-width="1.5""##,
            Mark::Hatch => r##" class="chart-hatch" fill="none" stroke="#767676""##,
            Mark::TargetLine => {
                r##" class="chart-target" fill="none" stroke="#1a1a1a" stroke-width="2" stroke-dasharray="7 4""##
            }
            Mark::TargetHalo => r##" class="chart-halo" fill="none" stroke="#fff" stroke-width="5""##,
            Mark::Projection => r##" class="chart-projection" fill="#fff" stroke="#1a1a1a" stroke-width="1.5""##,
            Mark::Range => r##" class="chart-range" fill="none" stroke="#0017C1" stroke-width="3""##,
            Mark::Axis => r##" class="chart-axis" fill="none" stroke="#595959" stroke-width="1.5""##,
            Mark::Grid => r##" class="chart-grid" fill="none" stroke="#d9d9d9""##,
            Mark::Track => r##" class="chart-track" fill="#fff" stroke="#595959""##,
            Mark::Done => r##" class="chart-done" fill="#0017C1""##,
            Mark::Expected => r##" class="chart-expected" fill="#1a1a1a" stroke="#fff""##,
            Mark::Beyond => r##" class="chart-beyond" fill="#0017C1""##,
            Mark::Value => {
                r##" class="chart-value" stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke""##
            }
            Mark::CurrentValue | Mark::CurrentLabel => r##" class="is-current" font-weight="bold""##,
            Mark::TargetValue => r##" class="is-target""##,
            Mark::MissingValue => r##" class="is-missing""##,
            Mark::Label => r##" class="chart-label""##,
            Mark::Sublabel => r##" class="chart-sublabel" fill="#595959""##,
        }
    }

    /// Bold letters are a little wider.
    pub(super) fn is_bold(self) -> bool {
        matches!(self, Mark::CurrentValue | Mark::CurrentLabel)
    }
}
