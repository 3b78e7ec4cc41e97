//! The types that elements have, their names, and which type holds two of them.

use super::datetime::Unit;
use std::fmt;

/// The type of an array's elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DType {
    /// Truth values.
    Bool,
    /// Signed 8 bit numbers.
    Int8,
    /// Signed 16 bit numbers.
    Int16,
    /// Signed 32 bit numbers.
    Int32,
    /// Signed 64 bit numbers.
    Int64,
    /// Unsigned 8 bit numbers.
    UInt8,
    /// Unsigned 16 bit numbers.
    UInt16,
    /// Unsigned 32 bit numbers.
    UInt32,
    /// Unsigned 64 bit numbers.
    UInt64,
    /// Single precision.
    Float32,
    /// Double precision.
    Float64,
    /// Text of at most so many characters.
    Str(usize),
    /// Whatever the host language has.
    Object,
    /// Points in time, stored as whole numbers of the unit since 1970.
    DateTime(Unit),
    /// Spans of time, stored as whole numbers of the unit.
    TimeDelta(Unit),
}

/// What a type is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `b`
    Bool,
    /// `u`
    Unsigned,
    /// `i`
    Signed,
    /// `f`
    Float,
    /// `U`
    Str,
    /// `O`
    Object,
    /// `M`
    DateTime,
    /// `m`
    TimeDelta,
}

/// A Python number without a type of its own: it takes the type of the array that it meets (NEP 50).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// An `int`.
    Int,
    /// A `float`.
    Float,
}

const NAMES: [(&str, DType); 11] = [
    ("bool", DType::Bool),
    ("int8", DType::Int8),
    ("int16", DType::Int16),
    ("int32", DType::Int32),
    ("int64", DType::Int64),
    ("uint8", DType::UInt8),
    ("uint16", DType::UInt16),
    ("uint32", DType::UInt32),
    ("uint64", DType::UInt64),
    ("float32", DType::Float32),
    ("float64", DType::Float64),
];

impl DType {
    /// What it is for.
    pub fn kind(self) -> Kind {
        match self {
            Self::Bool => Kind::Bool,
            Self::Int8 | Self::Int16 | Self::Int32 | Self::Int64 => Kind::Signed,
            Self::UInt8 | Self::UInt16 | Self::UInt32 | Self::UInt64 => Kind::Unsigned,
            Self::Float32 | Self::Float64 => Kind::Float,
            Self::Str(_) => Kind::Str,
            Self::Object => Kind::Object,
            Self::DateTime(_) => Kind::DateTime,
            Self::TimeDelta(_) => Kind::TimeDelta,
        }
    }

    /// numpy's letter for the kind.
    pub fn kind_letter(self) -> char {
        match self.kind() {
            Kind::Bool => 'b',
            Kind::Unsigned => 'u',
            Kind::Signed => 'i',
            Kind::Float => 'f',
            Kind::Str => 'U',
            Kind::Object => 'O',
            Kind::DateTime => 'M',
            Kind::TimeDelta => 'm',
        }
    }

    /// numpy's letter for the type itself.
    pub fn letter(self) -> char {
        match self {
            Self::Bool => '?',
            Self::Int8 => 'b',
            Self::Int16 => 'h',
            Self::Int32 => 'i',
            Self::Int64 => 'l',
            Self::UInt8 => 'B',
            Self::UInt16 => 'H',
            Self::UInt32 => 'I',
            Self::UInt64 => 'L',
            Self::Float32 => 'f',
            Self::Float64 => 'd',
            _ => self.kind_letter(),
        }
    }

    /// Whether it is a whole number, truth values aside.
    pub fn is_integer(self) -> bool {
        matches!(self.kind(), Kind::Signed | Kind::Unsigned)
    }

    /// Whether it is a number or a truth value.
    pub fn is_numeric(self) -> bool {
        self.kind() <= Kind::Float
    }

    /// Whether it is a point or a span of time.
    pub fn is_time(self) -> bool {
        matches!(self, Self::DateTime(_) | Self::TimeDelta(_))
    }

    /// The unit of a time.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Self::DateTime(unit) | Self::TimeDelta(unit) => Some(unit),
            _ => None,
        }
    }

    /// Bytes of an element, as numpy stores it.
    pub fn item_size(self) -> usize {
        match self {
            Self::Bool | Self::Int8 | Self::UInt8 => 1,
            Self::Int16 | Self::UInt16 => 2,
            Self::Int32 | Self::UInt32 | Self::Float32 => 4,
            Self::Str(width) => 4 * width,
            _ => 8,
        }
    }

    /// Its name: `int64`, `str96`, `datetime64[ns]`.
    pub fn name(self) -> String {
        match self {
            Self::Str(0) => "str".into(),
            Self::Str(width) => format!("str{}", width * 32),
            Self::Object => "object".into(),
            Self::DateTime(unit) => format!("datetime64{}", unit.bracketed()),
            Self::TimeDelta(unit) => format!("timedelta64{}", unit.bracketed()),
            _ => NAMES.iter().find(|(_, dtype)| *dtype == self).map_or("", |(name, _)| name).to_owned(),
        }
    }

    /// Its code in files: `<f8`, `|b1`, `<U3`.
    pub fn code(self) -> String {
        match self {
            Self::Bool => "|b1".into(),
            Self::Int8 => "|i1".into(),
            Self::UInt8 => "|u1".into(),
            Self::Object => "|O".into(),
            Self::Str(width) => format!("<U{width}"),
            Self::DateTime(unit) => format!("<M8{}", unit.bracketed()),
            Self::TimeDelta(unit) => format!("<m8{}", unit.bracketed()),
            _ => format!("<{}{}", self.kind_letter(), self.item_size()),
        }
    }

    /// The type that a name, code or letter means.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((_, dtype)) = NAMES.iter().find(|(name, _)| *name == text) {
            return Some(*dtype);
        }
        let plain = text.trim_start_matches(['<', '=', '|']);
        Some(match plain {
            "?" | "b1" | "bool_" => Self::Bool,
            "b" | "i1" => Self::Int8,
            "h" | "i2" => Self::Int16,
            "i" | "i4" | "intc" => Self::Int32,
            "l" | "q" | "p" | "i8" | "int" | "int_" | "intp" => Self::Int64,
            "B" | "u1" => Self::UInt8,
            "H" | "u2" => Self::UInt16,
            "I" | "u4" => Self::UInt32,
            "L" | "Q" | "P" | "u8" | "uint" | "uintp" => Self::UInt64,
            "f" | "f4" | "single" => Self::Float32,
            "d" | "f8" | "float" | "double" => Self::Float64,
            "U" | "str" | "str_" | "unicode" => Self::Str(0),
            "O" | "object" | "object_" => Self::Object,
            _ => return Self::parse_sized(plain),
        })
    }

    fn parse_sized(text: &str) -> Option<Self> {
        if let Some(width) = text.strip_prefix('U') {
            return width.parse().ok().map(Self::Str);
        }
        let time = |name: &str, short: &str| text.strip_prefix(name).or_else(|| text.strip_prefix(short));
        if let Some(unit) = time("datetime64", "M8").or_else(|| text.strip_prefix('M')) {
            return Unit::parse_bracketed(unit).map(Self::DateTime);
        }
        let unit = time("timedelta64", "m8").or_else(|| text.strip_prefix('m'))?;
        Unit::parse_bracketed(unit).map(Self::TimeDelta)
    }

    /// The smallest type that holds both; none where numpy knows none.
    pub fn promote(self, other: Self) -> Option<Self> {
        if self == other {
            return Some(self);
        }
        let (low, high) = if self.kind() <= other.kind() { (self, other) } else { (other, self) };
        match (low.kind(), high.kind()) {
            (_, Kind::Object) | (Kind::Object, _) => Some(Self::Object),
            (Kind::Str, Kind::Str) => Some(if self.item_size() > other.item_size() { self } else { other }),
            (Kind::Bool | Kind::Unsigned | Kind::Signed | Kind::Float, Kind::Str) => {
                Some(Self::Str(low.text_width().max(high.item_size() / 4)))
            }
            (Kind::Bool, Kind::Unsigned | Kind::Signed | Kind::Float) => Some(high),
            (Kind::Unsigned, Kind::Signed) => Some(mixed_signs(low, high)),
            (Kind::Unsigned | Kind::Signed, Kind::Float) => {
                Some(if low.item_size() <= 2 { high } else { Self::Float64 })
            }
            (Kind::Unsigned | Kind::Signed | Kind::Float, _) if low.kind() == high.kind() => {
                Some(if self.item_size() > other.item_size() { self } else { other })
            }
            (Kind::Bool | Kind::Unsigned | Kind::Signed, Kind::TimeDelta) => Some(high),
            (Kind::DateTime, Kind::DateTime) => Some(Self::DateTime(self.unit()?.finer(other.unit()?))),
            (Kind::TimeDelta, Kind::TimeDelta) => Some(Self::TimeDelta(self.unit()?.finer(other.unit()?))),
            _ => None,
        }
    }

    /// The type of an array with this type together with a Python number.
    pub fn promote_weak(self, weak: Weak) -> Self {
        match (self, weak) {
            (Self::Bool, Weak::Int) => Self::Int64,
            (_, Weak::Float) if self.kind() < Kind::Float => Self::Float64,
            _ => self,
        }
    }

    /// The characters that numpy sets aside for a number as text.
    pub fn text_width(self) -> usize {
        match self {
            Self::Bool => 5,
            Self::Int8 => 4,
            Self::Int16 => 6,
            Self::Int32 => 11,
            Self::Int64 => 21,
            Self::UInt8 => 3,
            Self::UInt16 => 5,
            Self::UInt32 => 10,
            Self::UInt64 => 20,
            Self::Float32 | Self::Float64 => 32,
            Self::Str(width) => width,
            Self::DateTime(_) | Self::TimeDelta(_) => 28,
            Self::Object => 0,
        }
    }

    /// Whether a cast is allowed by `same_kind`, which assignment by operators asks for.
    pub fn casts_same_kind(self, to: Self) -> bool {
        if self == to || to == Self::Object {
            return true;
        }
        match (self.kind(), to.kind()) {
            (from, into) if from == into => true,
            (Kind::Bool, Kind::Unsigned | Kind::Signed | Kind::Float | Kind::TimeDelta) => true,
            (Kind::Unsigned, Kind::Signed | Kind::Float | Kind::TimeDelta) => true,
            (Kind::Signed, Kind::Float | Kind::TimeDelta) => true,
            (from, Kind::Str) => from <= Kind::Float,
            _ => false,
        }
    }

    /// Whether a cast loses nothing.
    pub fn casts_safely(self, to: Self) -> bool {
        self.casts_same_kind(to) && (self.promote(to) == Some(to))
    }
}

fn mixed_signs(unsigned: DType, signed: DType) -> DType {
    if signed.item_size() > unsigned.item_size() {
        return signed;
    }
    match unsigned {
        DType::UInt8 => DType::Int16,
        DType::UInt16 => DType::Int32,
        DType::UInt32 => DType::Int64,
        _ => DType::Float64,
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Str(width) => write!(f, "<U{width}"),
            _ => f.write_str(&self.name()),
        }
    }
}
