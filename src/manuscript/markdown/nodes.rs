//! The inline tree of one block while it grows, and what its line ends become: nothing between Japanese characters,
//! a space elsewhere. What the text says is not looked at here.

use crate::model::Inline;

use super::{TypedInline, japanese};

/// A tree that grows at its end.
pub(super) struct Nodes {
    /// The block's own content. Most blocks are one text.
    block: Vec<TypedInline>,
    /// The content of each open node.
    open: Vec<Vec<TypedInline>>,
    /// A line end whose second side is not known yet: the frame that it is in.
    line_end: Option<usize>,
    /// The last character that will be seen on this line.
    last: Option<char>,
}

impl Default for Nodes {
    fn default() -> Self {
        Self {
            block: Vec::with_capacity(1),
            open: Vec::new(),
            line_end: None,
            last: None,
        }
    }
}

impl Nodes {
    /// How many nodes are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Opens a node; what it is, is said when it is closed.
    pub fn open(&mut self) {
        self.open.push(Vec::new());
    }

    /// Closes the innermost node; one without content is dropped.
    pub fn close(&mut self, node: impl FnOnce(Vec<TypedInline>) -> TypedInline) {
        let Some(content) = self.open.pop() else { return };
        // A line end that nothing followed inside the node stands after it.
        self.line_end = self.line_end.map(|frame| frame.min(self.depth()));
        if !content.is_empty() {
            self.push(node(content));
        }
    }

    /// Adds text.
    pub fn text(&mut self, text: impl AsRef<str> + Into<String>) {
        if !text.as_ref().is_empty() {
            self.seen(text.as_ref());
            self.append(self.depth(), text);
        }
    }

    /// Adds a node that a reader sees as `text`.
    pub fn push_seen(&mut self, node: TypedInline, text: &str) {
        self.seen(text);
        self.push(node);
    }

    /// The end of a line of source.
    pub fn end_line(&mut self) {
        self.line_end = Some(self.depth());
    }

    /// A line break that was asked for.
    pub fn break_line(&mut self) {
        (self.line_end, self.last) = (None, None);
        self.push(Inline::Break);
    }

    /// The block's content; the parser closes what it opens.
    pub fn finish(self) -> Vec<TypedInline> {
        self.block
    }

    /// Decides what a line end before `text` becomes.
    fn seen(&mut self, text: &str) {
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return;
        };
        if let Some(frame) = self.line_end.take()
            && self.last.is_some_and(|before| !japanese::joins(before, first))
        {
            self.append(frame, " ");
        }
        self.last = Some(last);
    }

    fn append(&mut self, frame: usize, text: impl AsRef<str> + Into<String>) {
        let content = self.content(frame);
        match content.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text.as_ref()),
            _ => content.push(Inline::Text(text.into())),
        }
    }

    fn push(&mut self, node: TypedInline) {
        self.content(self.depth()).push(node);
    }

    /// The content of the block itself, or that of the open node of this number.
    fn content(&mut self, frame: usize) -> &mut Vec<TypedInline> {
        match frame.checked_sub(1).and_then(|at| self.open.get_mut(at)) {
            Some(content) => content,
            None => &mut self.block,
        }
    }
}
