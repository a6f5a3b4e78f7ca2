//! Views as a template sees them, through what they say to serde: one value, one field, one item at a time, each where it
//! lies.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{Error, Impossible, SerializeSeq, SerializeStruct, SerializeTuple},
};

use super::parse::Key;

/// What a template is given.
pub(in crate::render) trait View {
    /// Follows a path, which is empty only if something else than the view itself is asked for, and answers through `then`
    /// what is asked of its end: once, or for the items of a list first that it is one, then each; never if the path leads
    /// nowhere.
    fn ask(&self, path: &[Key], asked: Asked, then: &mut dyn FnMut(Found));
}

/// What is asked of the end of a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Asked {
    /// What it is.
    Value,
    /// The view itself, to ask it later.
    View,
    /// Each item of it.
    Items,
}

/// What was found.
pub(in crate::render) enum Found<'f> {
    Nothing,
    Flag(bool),
    Number(i128),
    Text(&'f str),
    /// A list and its length.
    List(usize),
    /// What has fields.
    Record,
    /// A field or an item.
    View(&'f dyn View),
}

impl<T: Serialize + ?Sized> View for T {
    fn ask(&self, path: &[Key], asked: Asked, then: &mut dyn FnMut(Found)) {
        let asking = Asking {
            path,
            asked,
            then,
            at: 0,
        };
        // What ends early has been answered.
        let _ = self.serialize(asking);
    }
}

/// A question on its way through a value.
struct Asking<'a> {
    /// What is left of the path.
    path: &'a [Key],
    asked: Asked,
    then: &'a mut dyn FnMut(Found),
    /// Items passed.
    at: usize,
}

/// The answer was given, or there is none.
#[derive(Debug)]
struct Done;

impl Asking<'_> {
    fn itself(self, found: Found) -> Done {
        if self.path.is_empty() && self.asked == Asked::Value {
            (self.then)(found);
        }
        Done
    }

    fn list(self, length: usize) -> Result<Self, Done> {
        match (self.path.first(), self.asked) {
            (Some(Key::At(_)), _) => {}
            (None, Asked::Items) => (self.then)(Found::List(length)),
            _ => return Err(self.itself(Found::List(length))),
        }
        Ok(self)
    }

    fn record(self) -> Result<Self, Done> {
        match self.path.first() {
            Some(Key::Name(_)) => Ok(self),
            _ => Err(self.itself(Found::Record)),
        }
    }

    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Done> {
        match self.path.split_first() {
            None => (self.then)(Found::View(&item)),
            Some((Key::At(at), rest)) if *at == self.at => return self.further(rest, &item),
            Some(_) => {}
        }
        self.at += 1;
        Ok(())
    }

    // Where the field's name is a constant nothing is left of the comparison but that of two numbers.
    #[inline(always)]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Done> {
        match self.path.split_first() {
            Some((Key::Name(asked), rest)) if asked.is(name) => self.further(rest, &value),
            _ => Ok(()),
        }
    }

    /// Behind one step of the path.
    fn further<T: Serialize>(&mut self, path: &[Key], value: &T) -> Result<(), Done> {
        if path.is_empty() && self.asked == Asked::View {
            (self.then)(Found::View(value));
        } else {
            value.ask(path, self.asked, self.then);
        }
        Err(Done)
    }
}

/// Numbers of every width.
macro_rules! numbers {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, number: $type) -> Result<(), Done> {
            Err(self.itself(Found::Number(number.into())))
        })*
    };
}

/// What no view is: it gives no answer, which is a fault where the template is filled in.
macro_rules! foreign {
    ($($method:ident($($type:ty),*) -> $ok:ty;)*) => {
        $(fn $method(self, $(_: $type),*) -> Result<$ok, Done> {
            Err(Done)
        })*
    };
}

impl<'a> Serializer for Asking<'a> {
    type Ok = ();
    type Error = Done;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Done>;
    type SerializeTupleVariant = Impossible<(), Done>;
    type SerializeMap = Impossible<(), Done>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Done>;

    numbers!(serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);

    foreign! {
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_bool(self, flag: bool) -> Result<(), Done> {
        Err(self.itself(Found::Flag(flag)))
    }

    fn serialize_char(self, c: char) -> Result<(), Done> {
        Err(self.itself(Found::Text(c.encode_utf8(&mut [0; 4]))))
    }

    fn serialize_str(self, text: &str) -> Result<(), Done> {
        Err(self.itself(Found::Text(text)))
    }

    fn serialize_none(self) -> Result<(), Done> {
        Err(self.itself(Found::Nothing))
    }

    fn serialize_unit(self) -> Result<(), Done> {
        Err(self.itself(Found::Nothing))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Done> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Done> {
        Err(self.itself(Found::Text(variant)))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Done> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Done> {
        self.record()?.field(variant, value)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Done> {
        self.list(length.ok_or(Done)?)
    }

    fn serialize_tuple(self, length: usize) -> Result<Self, Done> {
        self.list(length)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Done> {
        self.record()
    }
}

impl SerializeSeq for Asking<'_> {
    type Ok = ();
    type Error = Done;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Done> {
        self.item(item)
    }

    fn end(self) -> Result<(), Done> {
        Ok(())
    }
}

impl SerializeTuple for Asking<'_> {
    type Ok = ();
    type Error = Done;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Done> {
        self.item(item)
    }

    fn end(self) -> Result<(), Done> {
        Ok(())
    }
}

impl SerializeStruct for Asking<'_> {
    type Ok = ();
    type Error = Done;

    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Done> {
        self.field(name, value)
    }

    fn end(self) -> Result<(), Done> {
        Ok(())
    }
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answered")
    }
}

impl std::error::Error for Done {}

impl Error for Done {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
