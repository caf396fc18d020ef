//! How a window is written: in EDTF (ISO 8601-2), in TIMEX3, in short words for a table, and in prose for a sentence.

use super::when::{Grain, Part, When};
use super::words::Season;
use chrono::{Datelike, NaiveDate};
use std::fmt::Write;

impl When {
    /// The spelling of the window in EDTF (ISO 8601-2), or `None` where the standard has none.
    pub fn edtf(self) -> Option<String> {
        let mut out = String::with_capacity(26);
        let hedge = |out: &mut String| {
            if self.approximate {
                out.push('~');
            }
        };
        match (self.earliest, self.latest) {
            (Some(a), Some(z)) if self.lasted => {
                let edge = Edge::of(Some(a), Some(z));
                edge.write(&mut out, a);
                hedge(&mut out);
                out.push('/');
                edge.write(&mut out, z);
                hedge(&mut out);
            }
            (Some(a), Some(z)) => {
                match (self.grain, self.part) {
                    (Grain::Day, _) => write_day(&mut out, a),
                    (Grain::Month, None) => write_month(&mut out, a),
                    (Grain::Year, None) => write_year(&mut out, a.year()),
                    (Grain::Quarter, _) => {
                        write_year(&mut out, a.year());
                        let _ = write!(out, "-{}", 32 + a.month().div_ceil(3));
                    }
                    (Grain::Half, _) => {
                        write_year(&mut out, a.year());
                        let _ = write!(out, "-{}", if a.month() < 7 { 40 } else { 41 });
                    }
                    (Grain::Season, _) => {
                        write_year(&mut out, z.year());
                        let _ = write!(out, "-{}", 21 + self.season.map_or(0, |s| s as u32));
                    }
                    (Grain::Decade, None) if a.year() > 0 => {
                        let _ = write!(out, "{:03}X", a.year() / 10);
                    }
                    (Grain::Century, None) if a.year() > 0 => {
                        let _ = write!(out, "{:02}XX", a.year() / 100);
                    }
                    // "One day within": no mark of vagueness may stand inside the brackets.
                    _ => {
                        // A bracketed stretch is written with whole days unless both ends are years.
                        let edge = if Edge::of(Some(a), Some(z)) == Edge::Year { Edge::Year } else { Edge::Day };
                        out.push('[');
                        edge.write(&mut out, a);
                        out.push_str("..");
                        edge.write(&mut out, z);
                        out.push(']');
                        return Some(out);
                    }
                }
                hedge(&mut out);
            }
            (None, Some(z)) => {
                out.push_str("[..");
                write_day(&mut out, z);
                out.push(']');
            }
            (Some(a), None) => {
                out.push('[');
                write_day(&mut out, a);
                out.push_str("..]");
            }
            (None, None) => unreachable!("one end is known"),
        }
        Some(out)
    }

    /// The window as a person reads it: a day, month or year in its ISO spelling, and what EDTF writes as a code in words.
    pub fn words(self) -> String {
        let edge = Edge::of(self.earliest, self.latest);
        let (a, z) = match (self.earliest, self.latest) {
            (Some(a), Some(z)) => (a, z),
            (Some(a), None) => return format!("{} or later", edge.short(a)),
            (None, Some(z)) => return format!("{} or earlier", edge.short(z)),
            (None, None) => unreachable!("one end is known"),
        };
        let hedge = if self.approximate { "about " } else { "" };
        let words = match self.grain {
            _ if self.lasted => format!("{} to {}", edge.short(a), edge.short(z)),
            Grain::Season => format!("{} {}", self.season_name(), z.year()),
            Grain::Quarter => format!("quarter {} of {}", a.month().div_ceil(3), a.year()),
            Grain::Half => format!("{} half of {}", if a.month() < 7 { "first" } else { "second" }, a.year()),
            Grain::Decade if a.year() > 0 && self.part.is_none() => format!("the {}s", a.year()),
            Grain::Day => day_text(a),
            Grain::Month if self.part.is_none() => Edge::Month.short(a),
            Grain::Year if self.part.is_none() => Edge::Year.short(a),
            _ => {
                let edge = if edge == Edge::Year { edge } else { Edge::Day };
                format!("between {} and {}", edge.short(a), edge.short(z))
            }
        };
        format!("{hedge}{words}")
    }

    fn season_name(self) -> &'static str {
        match self.season {
            Some(Season::Summer) => "summer",
            Some(Season::Autumn) => "autumn",
            Some(Season::Winter) => "winter",
            Some(Season::Spring) | None => "spring",
        }
    }

    /// The window as a sentence tells it: "on January 30, 2020", "in late January 2020", "between … and …". It says no more
    /// than the window does, and no day that the window does not have.
    pub fn prose(self) -> String {
        let edge = Edge::of(self.earliest, self.latest);
        let long = |day: NaiveDate| edge.long(day);
        let (a, z) = match (self.earliest, self.latest) {
            (Some(a), Some(z)) => (a, z),
            (Some(a), None) if edge == Edge::Day => return format!("on or after {}", long(a)),
            (Some(a), None) => return format!("in {} or later", long(a)),
            (None, Some(z)) if edge == Edge::Day => return format!("on or before {}", long(z)),
            (None, Some(z)) => return format!("by the end of {}", long(z)),
            (None, None) => unreachable!("one end is known"),
        };
        let about = if self.approximate { "about " } else { "" };
        let part = match self.part {
            Some(Part::Early) => "early ",
            Some(Part::Mid) => "mid-",
            Some(Part::Late) => "late ",
            None => "",
        };
        if self.lasted {
            return format!("from {about}{} to {}", long(a), long(z));
        }
        match self.grain {
            _ if z.year() <= 0 => format!("between {about}{} and {}", long(a), long(z)),
            Grain::Day if self.approximate => format!("on or about {}", long(a)),
            Grain::Day => format!("on {}", long(a)),
            Grain::Month | Grain::Part if a.month() == z.month() => format!("in {about}{part}{}", a.format("%B %Y")),
            Grain::Season => format!("in {about}{part}the {} of {}", self.season_name(), z.year()),
            Grain::Quarter => {
                let quarter = ["first", "second", "third", "fourth"][a.month0() as usize / 3];
                format!("in {about}the {quarter} quarter of {}", a.year())
            }
            Grain::Half => format!("in {about}the {} half of {}", if a.month() < 7 { "first" } else { "second" }, a.year()),
            Grain::Year | Grain::YearPart if a.year() == z.year() => format!("in {about}{part}{}", a.year()),
            Grain::Decade if self.part.is_none() => format!("in {about}the {}s", a.year()),
            Grain::Century if self.part.is_none() => format!("in {about}the {}s", a.year()),
            _ => format!("between {about}{} and {}", long(a), long(z)),
        }
    }

    /// The finest of day, month and year in which an end of the window can be given without making one up: what both ends
    /// are edges of, or what holds both; `None` for a loose window over several years.
    pub fn finest(self) -> Option<Grain> {
        let edge = Edge::of(self.earliest, self.latest);
        let (Some(a), Some(z)) = (self.earliest, self.latest) else {
            return Some(match edge {
                Edge::Year => Grain::Year,
                Edge::Month => Grain::Month,
                Edge::Day => Grain::Day,
            });
        };
        Some(match edge {
            Edge::Day if self.lasted || a == z && !self.approximate => Grain::Day,
            _ if a.year() == z.year() && a.month() == z.month() => Grain::Month,
            Edge::Month if self.lasted => Grain::Month,
            _ if self.lasted || a.year() == z.year() => Grain::Year,
            _ => return None,
        })
    }

    /// The value that TIMEX3 gives the window.
    pub fn timex(self) -> String {
        let mut out = String::with_capacity(12);
        let Some(a) = self.earliest.or(self.latest) else { unreachable!("one end is known") };
        let year = |out: &mut String| write_timex_year(out, a.year());
        match self.grain {
            Grain::Day => {
                year(&mut out);
                push_two(&mut out, a.month());
                push_two(&mut out, a.day());
            }
            Grain::Week | Grain::Weekend => {
                let week = a.iso_week();
                write_timex_year(&mut out, week.year());
                let _ = write!(out, "-W{:02}", week.week());
                if self.grain == Grain::Weekend {
                    out.push_str("-WE");
                }
            }
            Grain::Month | Grain::Part => {
                year(&mut out);
                push_two(&mut out, a.month());
            }
            Grain::Quarter => {
                year(&mut out);
                let _ = write!(out, "-Q{}", a.month().div_ceil(3));
            }
            Grain::Half => {
                year(&mut out);
                let _ = write!(out, "-H{}", if a.month() < 7 { 1 } else { 2 });
            }
            Grain::Season => {
                write_timex_year(&mut out, self.latest.map_or(a.year(), |z| z.year()));
                out.push_str(match self.season {
                    Some(Season::Spring) | None => "-SP",
                    Some(Season::Summer) => "-SU",
                    Some(Season::Autumn) => "-FA",
                    Some(Season::Winter) => "-WI",
                });
            }
            Grain::Year | Grain::YearPart => year(&mut out),
            Grain::Decade => {
                let _ = write!(out, "{:03}", a.year() / 10);
            }
            Grain::Century => {
                if a.year() < 0 {
                    let _ = write!(out, "BC{:02}", (-a.year()) / 100);
                } else {
                    let _ = write!(out, "{:02}", a.year() / 100);
                }
            }
            Grain::Stretch => match (self.earliest, self.latest) {
                (Some(a), Some(z)) => {
                    let edge = Edge::of(Some(a), Some(z));
                    edge.write(&mut out, a);
                    out.push('/');
                    edge.write(&mut out, z);
                }
                (one, other) => write_day(&mut out, one.or(other).expect("one end is known")),
            },
        }
        out
    }

    /// TIMEX3's `mod` for a part or a hedge.
    pub fn modifier(self) -> Option<&'static str> {
        match self.part {
            Some(Part::Early) => Some("START"),
            Some(Part::Mid) => Some("MID"),
            Some(Part::Late) => Some("END"),
            None if self.approximate => Some("APPROX"),
            None => None,
        }
    }
}

/// Writes `-01`: two digits with a hyphen before them.
fn push_two(out: &mut String, number: u32) {
    out.push('-');
    out.push((b'0' + (number / 10) as u8) as char);
    out.push((b'0' + (number % 10) as u8) as char);
}

fn write_year(out: &mut String, year: i32) {
    if (1000..10_000).contains(&year) {
        for place in [1000, 100, 10, 1] {
            out.push((b'0' + (year / place % 10) as u8) as char);
        }
    } else if year < 0 {
        let _ = write!(out, "-{:04}", -year);
    } else {
        let _ = write!(out, "{year:04}");
    }
}

fn write_timex_year(out: &mut String, year: i32) {
    if year <= 0 {
        // TIMEX3 counts years before Christ from 1.
        let _ = write!(out, "BC{:04}", 1 - year);
    } else {
        write_year(out, year);
    }
}

fn write_month(out: &mut String, day: NaiveDate) {
    write_year(out, day.year());
    push_two(out, day.month());
}

/// Writes `2020-01-30`.
fn write_day(out: &mut String, day: NaiveDate) {
    write_month(out, day);
    push_two(out, day.day());
}

/// `2020-01-30` as a string.
pub fn day_text(day: NaiveDate) -> String {
    let mut out = String::with_capacity(10);
    write_day(&mut out, day);
    out
}

/// The coarsest unit that still says where a window begins and ends: both of its ends are edges of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    Year,
    Month,
    Day,
}

impl Edge {
    fn of(first: Option<NaiveDate>, last: Option<NaiveDate>) -> Edge {
        let month_ends = |day: NaiveDate| day.succ_opt().is_none_or(|next| next.month() != day.month());
        if first.is_none_or(|day| day.ordinal() == 1) && last.is_none_or(|day| day.month() == 12 && day.day() == 31) {
            Edge::Year
        } else if first.is_none_or(|day| day.day() == 1) && last.is_none_or(month_ends) {
            Edge::Month
        } else {
            Edge::Day
        }
    }

    /// Writes `2020`, `2020-01` or `2020-01-30`.
    fn write(self, out: &mut String, day: NaiveDate) {
        match self {
            Edge::Year => write_year(out, day.year()),
            Edge::Month => write_month(out, day),
            Edge::Day => write_day(out, day),
        }
    }

    fn short(self, day: NaiveDate) -> String {
        let mut out = String::with_capacity(10);
        self.write(&mut out, day);
        out
    }

    /// "2020", "January 2020" or "January 30, 2020".
    fn long(self, day: NaiveDate) -> String {
        match self {
            _ if day.year() <= 0 => self.short(day),
            Edge::Year => day.year().to_string(),
            Edge::Month => day.format("%B %Y").to_string(),
            Edge::Day => day.format("%B %-d, %Y").to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn spellings_follow_the_standards() {
        let january = When::month(2020, 1).unwrap();
        let rows = [
            (When::day(day("2020-01-30")), "2020-01-30", "2020-01-30", None),
            (When::day(day("2020-01-30")).about(), "2020-01-30~", "2020-01-30", Some("APPROX")),
            (january, "2020-01", "2020-01", None),
            (january.part(Part::Late).unwrap(), "[2020-01-21..2020-01-31]", "2020-01", Some("END")),
            (When::year(2019).unwrap(), "2019", "2019", None),
            (When::year(-240).unwrap(), "-0240", "BC0241", None),
            (When::quarter(1989, 3).unwrap(), "1989-35", "1989-Q3", None),
            (When::half(1989, 2).unwrap(), "1989-41", "1989-H2", None),
            (When::season(1998, Season::Winter).unwrap(), "1998-24", "1998-WI", None),
            (When::decade(1980).unwrap(), "198X", "198", None),
            (When::decade(2000).unwrap().part(Part::Early).unwrap(), "[2000..2003]", "200", Some("START")),
            (When::week_of(day("1989-10-31")).unwrap(), "[1989-10-30..1989-11-05]", "1989-W44", None),
            (When::weekend_of(day("1989-10-31")).unwrap(), "[1989-11-04..1989-11-05]", "1989-W44-WE", None),
            (When::lasting(When::year(1999).unwrap(), When::year(2017).unwrap()).unwrap(), "1999/2017", "1999/2017", None),
            (When::day(day("2020-01-30")).by().unwrap(), "[..2020-01-30]", "2020-01-30", None),
            (When::day(day("2020-01-30")).before().unwrap(), "[..2020-01-29]", "2020-01-29", None),
        ];
        for (when, edtf, timex, modifier) in rows {
            assert_eq!(when.edtf().as_deref(), Some(edtf));
            assert_eq!((when.timex().as_str(), when.modifier()), (timex, modifier), "{edtf}");
        }
    }

    #[test]
    fn both_ends_are_spelt_alike_and_no_day_is_made_up() {
        let stretch = |a: &str, z: &str| When::lasting(When::day(day(a)), When::day(day(z))).unwrap();
        assert_eq!(stretch("2020-05-01", "2020-05-09").edtf().as_deref(), Some("2020-05-01/2020-05-09"));
        assert_eq!(stretch("2020-05-01", "2020-06-30").words(), "2020-05 to 2020-06");
        assert_eq!(When::year(2016).unwrap().by().unwrap().words(), "2016 or earlier");
        assert_eq!(When::decade(2000).unwrap().part(Part::Mid).unwrap().words(), "between 2004 and 2005");
    }

    #[test]
    fn prose_says_what_the_window_says() {
        let january = When::month(2020, 1).unwrap();
        let thirtieth = When::day(day("2020-01-30"));
        let rows = [
            (thirtieth, "on January 30, 2020"),
            (thirtieth.about(), "on or about January 30, 2020"),
            (january, "in January 2020"),
            (january.about(), "in about January 2020"),
            (january.part(Part::Late).unwrap(), "in late January 2020"),
            (When::year(2017).unwrap().part(Part::Mid).unwrap(), "in mid-2017"),
            (When::quarter(1989, 3).unwrap(), "in the third quarter of 1989"),
            (When::season(1998, Season::Winter).unwrap(), "in the winter of 1998"),
            (When::decade(1980).unwrap(), "in the 1980s"),
            (When::decade(2000).unwrap().part(Part::Early).unwrap(), "between 2000 and 2003"),
            (When::week_of(day("1989-10-31")).unwrap(), "between October 30, 1989 and November 5, 1989"),
            (When::lasting(When::year(1999).unwrap(), When::year(2017).unwrap()).unwrap(), "from 1999 to 2017"),
            (thirtieth.by().unwrap(), "on or before January 30, 2020"),
            (thirtieth.from().unwrap(), "on or after January 30, 2020"),
            (When::year(2016).unwrap().by().unwrap(), "by the end of 2016"),
            (When::month(2020, 2).unwrap().from().unwrap(), "in February 2020 or later"),
        ];
        for (when, prose) in rows {
            assert_eq!(when.prose(), prose);
        }
    }
}
