//! The sheet a chart is drawn on: plotters' drawing area over our backend, and plotters' elements under our marks.
//! No figures and no layout may enter: everything has its place when it comes here.

use super::labels::{Block, Word};
use super::mark::Mark;
use super::svg::{Root, Svg};
use super::{FONT, Tenths};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{BLACK, FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;

/// The position of a text's given point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing area over one SVG document.
pub(super) struct Sheet<'o> {
    area: DrawingArea<Svg<'o>, Shift>,
    font: FontDesc<'static>,
}

impl<'o> Sheet<'o> {
    pub(super) fn new(out: &'o mut String, root: &Root<'_>) -> Self {
        let font = FontDesc::new(FontFamily::SansSerif, f64::from(FONT), FontStyle::Normal);
        Self {
            area: Svg::open(out, root).into_drawing_area(),
            font,
        }
    }

    /// A rectangle; with a title, in a group of its own.
    pub(super) fn rect(&self, mark: Mark, title: Option<&str>, block: Block) {
        let corners = [(block.left, block.top), (block.right, block.bottom)];
        self.shape(mark, title, &Rectangle::new(corners, ShapeStyle::from(&BLACK)));
    }

    /// Connected lines; with a title, in a group of their own. Nothing comes of less than two points.
    pub(super) fn path(&self, mark: Mark, title: Option<&str>, points: &[BackendCoord]) {
        if points.len() < 2 {
            return;
        }
        self.shape(mark, title, &PathElement::new(points, ShapeStyle::from(&BLACK)));
    }

    /// A filled polygon.
    pub(super) fn polygon(&self, mark: Mark, points: &[BackendCoord]) {
        self.shape(mark, None, &Polygon::new(points, ShapeStyle::from(&BLACK)));
    }

    /// A horizontal line.
    pub(super) fn level(&self, mark: Mark, title: Option<&str>, (from, to): (Tenths, Tenths), y: Tenths) {
        self.path(mark, title, &[(from, y), (to, y)]);
    }

    /// Lines of text, on their baselines, in a group that lends them its look. Words of another mark stand out in it.
    pub(super) fn texts(&self, group: Mark, words: &[Word<'_>]) {
        if words.is_empty() {
            return;
        }
        self.tell(&Pen::Open(group, None));
        let mut style = TextStyle::from(self.font.clone());
        for word in words {
            let across = match word.anchor {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            };
            style.pos = Pos::new(across, VPos::Bottom);
            self.tell(&Pen::Take((word.mark != group).then_some(word.mark)));
            self.tell(&Pen::Write(word, &style));
        }
        self.tell(&Pen::Close);
    }

    /// Ends the document.
    pub(super) fn finish(self) {
        let presented = self.area.present();
        debug_assert!(presented.is_ok());
    }

    /// A shape; with a title, in a group that has its look.
    fn shape<'a, E>(&self, mark: Mark, title: Option<&str>, shape: &'a E)
    where
        &'a E: PointCollection<'a, BackendCoord>,
        E: Drawable<Svg<'o>>,
    {
        match title {
            None => {
                self.tell(&Pen::Take(Some(mark)));
                self.draw(shape);
            }
            Some(_) => {
                self.tell(&Pen::Open(mark, title));
                self.tell(&Pen::Take(None));
                self.draw(shape);
                self.tell(&Pen::Close);
            }
        }
    }

    fn draw<'a, E>(&self, element: &'a E)
    where
        &'a E: PointCollection<'a, BackendCoord>,
        E: Drawable<Svg<'o>>,
    {
        // Writing to a String cannot fail, and only one element is drawn at a time.
        let drawn = self.area.draw(element);
        debug_assert!(drawn.is_ok());
    }

    fn tell(&self, pen: &Pen<'_>) {
        self.draw(pen);
    }
}

/// What is not drawn but said to the backend, in the form of an element: plotters gives no other way to it.
enum Pen<'t> {
    /// What comes next looks like this; without a mark, like its group.
    Take(Option<Mark>),
    /// A group begins that lends its look, and may say what it stands for.
    Open(Mark, Option<&'t str>),
    /// A line of text; plotters' own element wants a style, and with it the font's name, for each.
    Write(&'t Word<'t>, &'t TextStyle<'t>),
    /// The innermost group ends.
    Close,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Pen<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Empty<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::empty()
    }
}

impl<'o> Drawable<Svg<'o>> for Pen<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        svg: &mut Svg<'o>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        match *self {
            Pen::Take(mark) => svg.set_mark(mark),
            Pen::Open(mark, title) => svg.open_group(mark, title),
            Pen::Write(word, style) => svg.draw_text(&word.text, style, word.at)?,
            Pen::Close => svg.close_group(),
        }
        Ok(())
    }
}
