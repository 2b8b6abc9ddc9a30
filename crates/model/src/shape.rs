//! What a property takes, as data: one table for each object of the format.

use super::json::Json;
use super::list::List;

/// What a value has to be.
#[derive(Clone, Copy)]
pub enum Shape {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A whole number from 0 up.
    Whole,
    /// `true` or `false`.
    Flag,
    /// A text or a number.
    Figure,
    /// A date: a text, or a number for a year.
    Date,
    /// A list with entries of one shape, which is asked for, so that a list can hold what holds it. A list fits whatever is in it: entries are fitted one by one, so that a bad
    /// one loses only itself.
    List(fn() -> Shape),
    /// An object with these properties.
    Object(&'static Fields),
    /// An object of what pages say, by the key of the message: texts, or objects or lists of them.
    Words,
}

/// The properties of an object: the field of each name is at the same position.
pub struct Fields {
    /// What they are called in the file.
    pub names: &'static [&'static str],
    /// What they take.
    pub takes: &'static [Field],
    /// The property that a text stands for, where one is written instead of the object.
    pub short: Option<&'static str>,
    /// The property that a list stands for.
    pub list: Option<&'static str>,
}

/// What a property takes.
pub struct Field {
    /// What its value has to be.
    pub shape: Shape,
    /// Whether the object is nothing without it.
    pub required: bool,
}

impl Fields {
    /// The property that a value stands for where one is written instead of the object: a text for [`Self::short`], a list for
    /// [`Self::list`], one entry for either; a number for a date.
    pub fn meant_by(&self, json: &Json) -> Option<&'static str> {
        match json {
            Json::Text(_) => self.short.or(self.list),
            Json::Number(_) => self.short.filter(|short| self.is_date(short)),
            Json::Array(_) => self.list,
            _ => None,
        }
    }

    /// Whether the property of this name is a date.
    pub fn is_date(&self, name: &str) -> bool {
        self.field(name).is_some_and(|field| matches!(field.shape, Shape::Date))
    }

    /// What the property of this name takes.
    pub fn field(&self, name: &str) -> Option<&Field> {
        let position = self.names.iter().position(|known| *known == name)?;
        self.takes.get(position)
    }
}

impl Shape {
    /// Whether a text fits it.
    pub fn takes_text(self) -> bool {
        match self {
            Self::Text | Self::Figure => true,
            Self::Object(fields) => fields.short.is_some(),
            _ => false,
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Whole => "a whole number from 0 up",
            Self::Flag => "true or false",
            Self::Figure => "a text or a number",
            Self::Date => "a date such as \"2023-10\"",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
            Self::Words => "an object of texts",
        }
    }
}

/// A type of the mirror.
pub trait Shaped {
    /// What a value has to be that is read as this type.
    const SHAPE: Shape;
    /// Whether a property of this type may be left out.
    const OPTIONAL: bool = false;
}

impl Shaped for String {
    const SHAPE: Shape = Shape::Text;
}

impl Shaped for f64 {
    const SHAPE: Shape = Shape::Number;
}

impl Shaped for u32 {
    const SHAPE: Shape = Shape::Whole;
}

impl Shaped for bool {
    const SHAPE: Shape = Shape::Flag;
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const OPTIONAL: bool = true;
}

impl<T: Shaped> Shaped for List<T> {
    const SHAPE: Shape = Shape::List(|| T::SHAPE);
}

/// What a property is called in the file: as its field, unless it is renamed.
pub const fn name(field: &'static str, renamed: &[&'static str]) -> &'static str {
    if let [name] = renamed { name } else { field }
}

/// The only one there is, if there is one.
pub const fn first(names: &[&'static str]) -> Option<&'static str> {
    if let [name] = names { Some(name) } else { None }
}

/// Declares objects of the format as structs, and with each the table that the reader goes by. A field may be written
/// `field as "inFile": Type` where the file calls it otherwise, and `field: Type = default` where it may be left out
/// and is then as if empty. `struct Object as "property"` may be written as a text, which
/// then is that property, and `struct Object as ["property"]` as a list.
macro_rules! objects {
    ($(
        $(#[$about:meta])*
        pub struct $object:ident $(as $short:literal)? $(as [$list:literal])? {$(
            $(#[$meaning:meta])*
            $field:ident $(as $name:literal)?: $takes:ty $(= $default:ident)?,
        )*}
    )*) => {$(
        $(#[$about])*
        #[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
        pub struct $object {$(
            $(#[$meaning])*
            $(#[cfg_attr(not(target_arch = "wasm32"), serde(rename = $name))])?
            #[cfg_attr(not(target_arch = "wasm32"), serde($($default)?))]
            pub $field: $takes,
        )*}

        impl $object {
            pub(super) const FIELDS: &'static Fields = &Fields {
                names: &[$(shape::name(stringify!($field), &[$($name)?])),*],
                takes: &[$(Field {
                    shape: <$takes as Shaped>::SHAPE,
                    required: !<$takes as Shaped>::OPTIONAL && stringify!($($default)?).is_empty(),
                }),*],
                short: shape::first(&[$($short)?]),
                list: shape::first(&[$($list)?]),
            };
        }

        impl Shaped for $object {
            const SHAPE: Shape = Shape::Object(Self::FIELDS);
        }
    )*

        /// Every object of the format, with its table.
        #[cfg(not(target_arch = "wasm32"))]
        pub(super) const OBJECTS: &[(&str, &Fields)] = &[$((stringify!($object), $object::FIELDS)),*];
    };
}

pub(super) use objects;
