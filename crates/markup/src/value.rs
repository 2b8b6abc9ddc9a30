//! What attributes can be set to.

use vitrine_lean::decimal;

use super::Text;

/// The value of an attribute, class, style or property. `None` is its absence.
pub enum Value {
    /// Stays.
    Fixed(Option<Text>),
    /// Is asked for again whenever a signal it reads has changed.
    Live(Box<dyn Fn() -> Option<Text> + Send>),
}

/// What can stand behind `name=`.
pub trait IntoValue {
    /// The value it stands for.
    fn into_value(self) -> Value;
}

/// What a value is made of. `true` is an empty value, as a boolean attribute has it, and `false` none.
pub trait Fixed {
    /// The value.
    fn fixed(self) -> Option<Text>;
}

macro_rules! values {
    ($($type:ty: $value:ident => $fixed:expr;)*) => {$(
        impl Fixed for $type {
            fn fixed(self) -> Option<Text> {
                let $value = self;
                $fixed
            }
        }
        impl IntoValue for $type {
            fn into_value(self) -> Value {
                Value::Fixed(self.fixed())
            }
        }
    )*};
}

values! {
    &'static str: text => Some(Text::Borrowed(text));
    String: text => Some(Text::Owned(text));
    Option<&'static str>: text => text.map(Text::Borrowed);
    Option<String>: text => text.map(Text::Owned);
    bool: is => is.then_some(Text::Borrowed(""));
    f64: number => Some(Text::Owned(decimal::write(number)));
}

impl<F, T> IntoValue for F
where
    F: Fn() -> T + Send + 'static,
    T: Fixed,
{
    fn into_value(self) -> Value {
        Value::Live(Box::new(move || self().fixed()))
    }
}
