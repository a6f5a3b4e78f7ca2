//! Views as a template sees them, through what they say to serde: one value, one field, one item at a time, each where it
//! lies.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{Error, Impossible, SerializeSeq, SerializeStruct, SerializeTuple},
};

/// What a template is given.
pub(in crate::render) trait View {
    /// Answers through `then`: once for the value itself or what a key leads to; for the items of a list first that it is
    /// one, then each; never if there is no such thing.
    fn ask(&self, ask: Ask, then: &mut dyn FnMut(Found));
}

/// What is asked of a view.
#[derive(Clone, Copy)]
pub(in crate::render) enum Ask<'a> {
    Itself,
    Named(&'a str),
    At(usize),
    Each,
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
    fn ask(&self, ask: Ask, then: &mut dyn FnMut(Found)) {
        // What ends early has been answered.
        let _ = self.serialize(Asking { ask, then, at: 0 });
    }
}

/// A question on its way through a value.
struct Asking<'a> {
    ask: Ask<'a>,
    then: &'a mut dyn FnMut(Found),
    /// Items passed.
    at: usize,
}

/// The answer was given, or there is none.
#[derive(Debug)]
struct Done;

impl Asking<'_> {
    fn itself(self, found: Found) -> Result<(), Done> {
        if matches!(self.ask, Ask::Itself) {
            (self.then)(found);
        }
        Err(Done)
    }

    fn list(self, length: usize) -> Result<Self, Done> {
        match self.ask {
            Ask::Itself => {
                (self.then)(Found::List(length));
                return Err(Done);
            }
            Ask::Each => (self.then)(Found::List(length)),
            Ask::Named(_) | Ask::At(_) => {}
        }
        Ok(self)
    }

    fn record(self) -> Result<Self, Done> {
        match self.ask {
            Ask::Itself => {
                (self.then)(Found::Record);
                Err(Done)
            }
            _ => Ok(self),
        }
    }

    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Done> {
        match self.ask {
            Ask::Each => (self.then)(Found::View(&item)),
            Ask::At(at) if at == self.at => {
                (self.then)(Found::View(&item));
                return Err(Done);
            }
            _ => {}
        }
        self.at += 1;
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Done> {
        match self.ask {
            Ask::Named(asked) if asked == name => {
                (self.then)(Found::View(&value));
                Err(Done)
            }
            _ => Ok(()),
        }
    }
}

/// Numbers of every width.
macro_rules! numbers {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, number: $type) -> Result<(), Done> {
            self.itself(Found::Number(number.into()))
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
        self.itself(Found::Flag(flag))
    }

    fn serialize_char(self, c: char) -> Result<(), Done> {
        self.itself(Found::Text(c.encode_utf8(&mut [0; 4])))
    }

    fn serialize_str(self, text: &str) -> Result<(), Done> {
        self.itself(Found::Text(text))
    }

    fn serialize_none(self) -> Result<(), Done> {
        self.itself(Found::Nothing)
    }

    fn serialize_unit(self) -> Result<(), Done> {
        self.itself(Found::Nothing)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Done> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Done> {
        self.itself(Found::Text(variant))
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
