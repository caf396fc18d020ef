//! What a phrase that names a time is worth: days, two readings, a gapped date, a clock time, a duration, a set, or a
//! reference to now, before or later; and how TIMEX3 writes each.

use super::when::{Part, When};
use super::words::{DayPart, Unit};
use chrono::NaiveDate;
use std::fmt::Write;

/// A clock time or a part of a day, as told; the zone stands as its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeOfDay {
    Clock { hour: u8, minute: Option<u8>, second: Option<u8>, zone: Option<String> },
    Part(DayPart),
}

/// The amount of a duration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// A number of units, in tenths so that "one and a half" keeps its half.
    Tenths(u32),
    /// "Several", "a few", a bare plural.
    Some,
}

/// The value of a phrase that names a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Days on the calendar.
    Days(When),
    /// A numeric date with two possible readings; the first is the usual one where the document comes from.
    Either(When, When),
    /// A date whose missing part nothing supplies.
    Gapped(Gap),
    /// A clock time or a part of a day, on a day where that is known.
    Time {
        day: Option<NaiveDate>,
        time: TimeOfDay,
    },
    Duration {
        amount: Amount,
        unit: Unit,
    },
    /// A thing that recurs; TIMEX3 writes its period.
    Set(SetValue),
    Now,
    Past,
    Later,
}

/// What is said of a date whose missing part nothing supplies: a yearless day or month, a weekday alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gap {
    pub month: Option<u8>,
    pub day: Option<u8>,
    pub weekday: Option<u8>,
    /// Which part of the month: "late January".
    pub part: Option<Part>,
    /// The time on that day: "Thursday evening".
    pub time: Option<TimeOfDay>,
}

/// The period of a set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SetValue {
    Every {
        count: u32,
        unit: Unit,
    },
    Weekday(u8),
    DayPart(DayPart),
    /// A day of a month, or a month, of every year: "each December 24".
    Yearly {
        month: u8,
        day: Option<u8>,
    },
}

/// TIMEX3's four types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    Date,
    Time,
    Duration,
    Set,
}

impl Type {
    /// The type as TIMEX3 and the fixed interface spell it.
    pub fn name(self) -> &'static str {
        match self {
            Type::Date => "DATE",
            Type::Time => "TIME",
            Type::Duration => "DURATION",
            Type::Set => "SET",
        }
    }
}

impl Value {
    /// TIMEX3's type.
    pub fn type_of(&self) -> Type {
        match self {
            Value::Gapped(Gap { time: Some(_), .. }) => Type::Time,
            Value::Days(_) | Value::Either(..) | Value::Gapped(_) | Value::Now | Value::Past | Value::Later => Type::Date,
            Value::Time { .. } => Type::Time,
            Value::Duration { .. } => Type::Duration,
            Value::Set(_) => Type::Set,
        }
    }

    /// The days the phrase means, when it has a place on the calendar.
    pub fn when(&self) -> Option<When> {
        match self {
            Value::Days(when) | Value::Either(when, _) => Some(*when),
            Value::Time { day: Some(day), .. } => Some(When::day(*day)),
            _ => None,
        }
    }

    /// TIMEX3's value.
    pub fn timex(&self) -> String {
        let mut out = String::new();
        match self {
            Value::Days(when) | Value::Either(when, _) => return when.timex(),
            Value::Gapped(gap) => gap.write_timex(&mut out),
            Value::Time { day, time } => {
                match day {
                    Some(day) => out.push_str(&When::day(*day).timex()),
                    None => out.push_str("XXXX-XX-XX"),
                }
                time.write_timex(&mut out);
            }
            Value::Duration { amount, unit } => {
                let (letter, clock) = unit.letter();
                out.push('P');
                if clock {
                    out.push('T');
                }
                match amount {
                    Amount::Some => out.push('X'),
                    Amount::Tenths(tenths) => {
                        let tenths = tenths * if *unit == Unit::Fortnight { 2 } else { 1 };
                        let (whole, rest) = (tenths / 10, tenths % 10);
                        // A half is told in the next smaller unit where TIMEX3 has one that fits.
                        let smaller = match unit {
                            Unit::Year => Some((12, "M")),
                            Unit::Hour => Some((60, "M")),
                            Unit::Minute => Some((60, "S")),
                            _ => None,
                        };
                        match (rest, smaller) {
                            (5, Some((of, finer))) => {
                                if whole > 0 {
                                    let _ = write!(out, "{whole}{letter}");
                                }
                                let _ = write!(out, "{}{finer}", of / 2);
                                return out;
                            }
                            (0, _) => {
                                let scale = match unit {
                                    Unit::Decade => 10,
                                    Unit::Century => 100,
                                    _ => 1,
                                };
                                if scale > 1 {
                                    let _ = write!(out, "{}Y", whole * scale);
                                    return out;
                                }
                                let _ = write!(out, "{whole}");
                            }
                            _ => {
                                let _ = write!(out, "{whole}.{rest}");
                            }
                        }
                    }
                }
                out.push_str(letter);
            }
            Value::Set(SetValue::Every { count, unit }) => {
                let (letter, clock) = unit.letter();
                if *unit == Unit::Weekend {
                    out.push_str("XXXX-WXX-WE");
                } else {
                    let _ = write!(out, "P{}{count}{letter}", if clock { "T" } else { "" });
                }
            }
            Value::Set(SetValue::Weekday(weekday)) => {
                let _ = write!(out, "XXXX-WXX-{weekday}");
            }
            Value::Set(SetValue::Yearly { month, day }) => {
                let _ = write!(out, "XXXX-{month:02}");
                if let Some(day) = day {
                    let _ = write!(out, "-{day:02}");
                }
            }
            Value::Set(SetValue::DayPart(part)) => out.push_str(part_timex(*part)),
            Value::Now => out.push_str("PRESENT_REF"),
            Value::Past => out.push_str("PAST_REF"),
            Value::Later => out.push_str("FUTURE_REF"),
        }
        out
    }

    /// TIMEX3's `mod`.
    pub fn modifier(&self) -> Option<&'static str> {
        self.when().and_then(When::modifier)
    }

    /// EDTF, where the standard has a spelling.
    pub fn edtf(&self) -> Option<String> {
        match self {
            Value::Days(when) => when.edtf(),
            Value::Either(one, other) => match (one.exact(), other.exact()) {
                (Some(one), Some(other)) => {
                    let (first, second) = (one.min(other), one.max(other));
                    Some(format!("[{},{}]", super::day_text(first), super::day_text(second)))
                }
                _ => one.edtf(),
            },
            Value::Gapped(Gap { month: Some(month), day: Some(day), .. }) => Some(format!("XXXX-{month:02}-{day:02}")),
            Value::Gapped(Gap { month: Some(month), day: None, .. }) => Some(format!("XXXX-{month:02}")),
            Value::Time { day: Some(day), time } => {
                let mut out = super::day_text(*day);
                if let TimeOfDay::Clock { hour, minute: Some(minute), second, zone } = time {
                    let _ = write!(out, "T{hour:02}:{minute:02}:{:02}", second.unwrap_or(0));
                    match zone.as_deref() {
                        Some("UTC" | "GMT" | "Z") => out.push('Z'),
                        Some(zone) if zone.starts_with(['+', '-']) => out.push_str(zone),
                        // EDTF has no place for a zone's name; it stays in the words.
                        _ => {}
                    }
                }
                Some(out)
            }
            _ => None,
        }
    }
}

impl Gap {
    fn write_timex(&self, out: &mut String) {
        match (self.month, self.day, self.weekday) {
            (None, None, Some(weekday)) => {
                let _ = write!(out, "XXXX-WXX-{weekday}");
            }
            (month, day, _) => {
                out.push_str("XXXX");
                let two = |number: Option<u8>| number.map_or("-XX".to_owned(), |number| format!("-{number:02}"));
                out.push_str(&two(month));
                if day.is_some() {
                    out.push_str(&two(day));
                }
            }
        }
        if let Some(time) = &self.time {
            time.write_timex(out);
        }
    }
}

impl TimeOfDay {
    fn write_timex(&self, out: &mut String) {
        match self {
            TimeOfDay::Clock { hour, minute, second, .. } => {
                let _ = write!(out, "T{hour:02}:{:02}", minute.unwrap_or(0));
                if let Some(second) = second {
                    let _ = write!(out, ":{second:02}");
                }
            }
            TimeOfDay::Part(part) => out.push_str(part_timex(*part)),
        }
    }
}

fn part_timex(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "TMO",
        DayPart::Midday => "TMI",
        DayPart::Afternoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night => "TNI",
        DayPart::Daytime => "TDT",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timex_values_are_spelt_as_the_standard_has_them() {
        let rows = [
            (Value::Gapped(Gap { month: Some(12), day: Some(25), ..Gap::default() }), "XXXX-12-25"),
            (Value::Gapped(Gap { weekday: Some(3), ..Gap::default() }), "XXXX-WXX-3"),
            (Value::Gapped(Gap { weekday: Some(4), time: Some(TimeOfDay::Part(DayPart::Evening)), ..Gap::default() }), "XXXX-WXX-4TEV"),
            (Value::Duration { amount: Amount::Tenths(50), unit: Unit::Year }, "P5Y"),
            (Value::Duration { amount: Amount::Tenths(25), unit: Unit::Year }, "P2Y6M"),
            (Value::Duration { amount: Amount::Tenths(15), unit: Unit::Minute }, "PT1M30S"),
            (Value::Duration { amount: Amount::Some, unit: Unit::Hour }, "PTXH"),
            (Value::Duration { amount: Amount::Tenths(10), unit: Unit::Decade }, "P10Y"),
            (Value::Set(SetValue::Every { count: 1, unit: Unit::Day }), "P1D"),
            (Value::Set(SetValue::Weekday(1)), "XXXX-WXX-1"),
            (Value::Set(SetValue::Yearly { month: 12, day: Some(24) }), "XXXX-12-24"),
            (
                Value::Time {
                    day: NaiveDate::from_ymd_opt(1998, 8, 7),
                    time: TimeOfDay::Clock { hour: 10, minute: Some(35), second: None, zone: None },
                },
                "1998-08-07T10:35",
            ),
        ];
        for (value, timex) in rows {
            assert_eq!(value.timex(), timex);
        }
    }
}
