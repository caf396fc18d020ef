//! `When`: a run of civil days with a grain.
//!
//! A date is a window of days with the words kept elsewhere. "In December 2019" is 31 days at month grain; "late
//! January" is the 21st to the last day, loose by nature; "about Jan. 30" is one day, and the hedge is a mark that never
//! widens the bounds (EDTF `~`, ISO 8601-2 level 1).

use super::words::Season;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// How finely a date was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    Day,
    Weekend,
    Week,
    /// A part of a month ("late January").
    Part,
    Month,
    Quarter,
    Season,
    Half,
    /// A part of a year ("early 2017").
    YearPart,
    Year,
    /// A stretch with its own two ends ("from 1999 to 2017").
    Stretch,
    Decade,
    Century,
}

impl Grain {
    /// The word a report prints.
    pub fn name(self) -> &'static str {
        match self {
            Grain::Day => "day",
            Grain::Weekend => "weekend",
            Grain::Week => "week",
            Grain::Part => "part of a month",
            Grain::Month => "month",
            Grain::Quarter => "quarter",
            Grain::Season => "season",
            Grain::Half => "half-year",
            Grain::YearPart => "part of a year",
            Grain::Year => "year",
            Grain::Stretch => "stretch",
            Grain::Decade => "decade",
            Grain::Century => "century",
        }
    }

    /// Days of slack that the grain itself brings when windows are compared, because its words are loose by nature.
    pub fn slack(self) -> i64 {
        match self {
            Grain::Part => 3,
            Grain::YearPart | Grain::Season => 31,
            _ => 0,
        }
    }
}

/// Which part of a month or a year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    Early,
    Mid,
    Late,
}

/// A run of civil days, open at one end at most, with the grain it was told at.
///
/// Invariant: `earliest <= latest` when both are known, and at least one of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    pub(super) earliest: Option<NaiveDate>,
    pub(super) latest: Option<NaiveDate>,
    pub(super) grain: Grain,
    pub(super) part: Option<Part>,
    pub(super) approximate: bool,
    /// It went on for the whole window ("from 1999 to 2017"), instead of falling on one day within it.
    pub(super) lasted: bool,
    pub(super) season: Option<Season>,
    /// It was counted in whole years or months ("two years ago"), so its bounds are rounder than they look.
    pub(super) counted: bool,
}

impl When {
    /// Checks the one invariant. Everything that builds a `When` goes through here.
    fn checked(earliest: Option<NaiveDate>, latest: Option<NaiveDate>, grain: Grain) -> Option<When> {
        match (earliest, latest) {
            (None, None) => return None,
            (Some(a), Some(z)) if a > z => return None,
            _ => {}
        }
        Some(When { earliest, latest, grain, part: None, approximate: false, lasted: false, season: None, counted: false })
    }

    /// One day.
    pub fn day(day: NaiveDate) -> When {
        When {
            earliest: Some(day),
            latest: Some(day),
            grain: Grain::Day,
            part: None,
            approximate: false,
            lasted: false,
            season: None,
            counted: false,
        }
    }

    /// The day `year-month-day`, if the calendar has it.
    pub fn ymd(year: i32, month: u32, day: u32) -> Option<When> {
        NaiveDate::from_ymd_opt(year, month, day).map(When::day)
    }

    /// A calendar month.
    pub fn month(year: i32, month: u32) -> Option<When> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        When::checked(Some(first), first.checked_add_months(Months::new(1))?.pred_opt(), Grain::Month)
    }

    /// A calendar year; year 0 is 1 BC, as in ISO 8601.
    pub fn year(year: i32) -> Option<When> {
        When::checked(NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31), Grain::Year)
    }

    /// A quarter of a year, 1 to 4.
    pub fn quarter(year: i32, quarter: u32) -> Option<When> {
        let first = NaiveDate::from_ymd_opt(year, quarter.checked_mul(3)?.checked_sub(2)?, 1)?;
        When::checked(Some(first), first.checked_add_months(Months::new(3))?.pred_opt(), Grain::Quarter)
    }

    /// A half of a year, 1 or 2.
    pub fn half(year: i32, half: u32) -> Option<When> {
        let first = NaiveDate::from_ymd_opt(year, if half == 1 { 1 } else { 7 }, 1)?;
        When::checked(Some(first), first.checked_add_months(Months::new(6))?.pred_opt(), Grain::Half)
    }

    /// A meteorological season; a winter begins in December of the year before.
    pub fn season(year: i32, season: Season) -> Option<When> {
        let first = match season {
            Season::Spring => NaiveDate::from_ymd_opt(year, 3, 1),
            Season::Summer => NaiveDate::from_ymd_opt(year, 6, 1),
            Season::Autumn => NaiveDate::from_ymd_opt(year, 9, 1),
            Season::Winter => NaiveDate::from_ymd_opt(year - 1, 12, 1),
        }?;
        let mut when = When::checked(Some(first), first.checked_add_months(Months::new(3))?.pred_opt(), Grain::Season)?;
        when.season = Some(season);
        Some(when)
    }

    /// The ISO 8601 week (Monday to Sunday) that holds `day`.
    pub fn week_of(day: NaiveDate) -> Option<When> {
        let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))?;
        When::checked(Some(monday), monday.checked_add_days(Days::new(6)), Grain::Week)
    }

    /// The Saturday and Sunday of the week that holds `day`.
    pub fn weekend_of(day: NaiveDate) -> Option<When> {
        let saturday = When::week_of(day)?.latest?.pred_opt()?;
        When::checked(Some(saturday), saturday.succ_opt(), Grain::Weekend)
    }

    /// Ten years: `1980` for the 1980s.
    pub fn decade(first: i32) -> Option<When> {
        When::checked(NaiveDate::from_ymd_opt(first, 1, 1), NaiveDate::from_ymd_opt(first + 9, 12, 31), Grain::Decade)
    }

    /// A hundred years: `1900` for the twentieth century as usage counts it.
    pub fn century(first: i32) -> Option<When> {
        When::checked(NaiveDate::from_ymd_opt(first, 1, 1), NaiveDate::from_ymd_opt(first + 99, 12, 31), Grain::Century)
    }

    /// One day somewhere within a stretch; an end may be open.
    pub fn within(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> Option<When> {
        let mut when = When::checked(earliest, latest, Grain::Stretch)?;
        if earliest.is_some() && earliest == latest {
            when.grain = Grain::Day;
        }
        Some(when)
    }

    /// Something that went on from the first window to the last.
    pub fn lasting(from: When, to: When) -> Option<When> {
        let mut when = When::checked(from.earliest, to.latest, Grain::Stretch)?;
        when.lasted = true;
        when.approximate = from.approximate || to.approximate;
        Some(when)
    }

    /// A part of this month, year or decade: days 1-10, 11-20, 21-end of a month; the first four, middle four, last
    /// four months of a year; of a decade its first four, middle two and last four years. `None` for other grains.
    pub fn part(self, part: Part) -> Option<When> {
        let (first, last) = (self.earliest?, self.latest?);
        let (a, z, grain) = match self.grain {
            Grain::Month => {
                let day = |d| NaiveDate::from_ymd_opt(first.year(), first.month(), d);
                let (a, z) = match part {
                    Part::Early => (first, day(10)?),
                    Part::Mid => (day(11)?, day(20)?),
                    Part::Late => (day(21)?, last),
                };
                (a, z, Grain::Part)
            }
            Grain::Year => {
                let month = |m| When::month(first.year(), m);
                let (a, z) = match part {
                    Part::Early => (first, month(4)?.latest?),
                    Part::Mid => (month(5)?.earliest?, month(8)?.latest?),
                    Part::Late => (month(9)?.earliest?, last),
                };
                (a, z, Grain::YearPart)
            }
            Grain::Decade => {
                let year = |n: i32| When::year(first.year() + n);
                let (a, z) = match part {
                    Part::Early => (first, year(3)?.latest?),
                    Part::Mid => (year(4)?.earliest?, year(5)?.latest?),
                    Part::Late => (year(6)?.earliest?, last),
                };
                (a, z, Grain::Decade)
            }
            _ => return None,
        };
        let mut when = When::checked(Some(a), Some(z), grain)?;
        when.part = Some(part);
        when.approximate = self.approximate;
        Some(when)
    }

    /// The same window, told with a hedge ("on or about"). The bounds stay.
    pub fn about(mut self) -> When {
        self.approximate = true;
        self
    }

    /// The same window, counted in whole units from another day. The bounds stay.
    pub fn counted(mut self) -> When {
        self.counted = true;
        self
    }

    /// Everything up to and including this window ("by Jan. 30").
    pub fn by(self) -> Option<When> {
        self.with_bounds(None, self.latest)
    }

    /// Everything before this window ("before Jan. 30").
    pub fn before(self) -> Option<When> {
        self.with_bounds(None, self.earliest?.pred_opt())
    }

    /// From this window on ("since Jan. 30", "no earlier than Jan. 30").
    pub fn from(self) -> Option<When> {
        self.with_bounds(self.earliest, None)
    }

    /// Everything after this window.
    pub fn after(self) -> Option<When> {
        self.with_bounds(self.latest?.succ_opt(), None)
    }

    fn with_bounds(self, earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> Option<When> {
        let mut when = When::checked(earliest, latest, Grain::Stretch)?;
        when.approximate = self.approximate;
        Some(when)
    }

    /// The days that both windows allow; a grain of its own, since no source told it.
    pub fn meeting(self, other: When) -> Option<When> {
        let later = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.max(b);
        let sooner = |a: Option<NaiveDate>, b: Option<NaiveDate>| match (a, b) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (one, None) | (None, one) => one,
        };
        When::within(later(self.earliest, other.earliest), sooner(self.latest, other.latest))
    }

    pub fn earliest(self) -> Option<NaiveDate> {
        self.earliest
    }

    pub fn latest(self) -> Option<NaiveDate> {
        self.latest
    }

    pub fn grain(self) -> Grain {
        self.grain
    }

    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// Whether it was counted in whole years or months from another day.
    pub fn is_counted(self) -> bool {
        self.counted
    }

    /// Whether the thing went on for the whole window.
    pub fn has_lasted(self) -> bool {
        self.lasted
    }

    /// The day, when the window is exactly one and no hedge is on it.
    pub fn exact(self) -> Option<NaiveDate> {
        (self.earliest == self.latest && !self.approximate).then_some(self.earliest).flatten()
    }

    /// Whether both ends are known.
    pub fn is_closed(self) -> bool {
        self.earliest.is_some() && self.latest.is_some()
    }

    /// The first day to sort by: the earliest, or the latest of a window that is open at its beginning.
    pub fn sort_key(self) -> (NaiveDate, NaiveDate) {
        let first = self.earliest.or(self.latest).expect("one end is known");
        (first, self.latest.unwrap_or(NaiveDate::MAX))
    }

    /// Whether `other` lies within this window.
    pub fn holds(self, other: When) -> bool {
        let starts = self.earliest.is_none_or(|a| other.earliest.is_some_and(|b| a <= b));
        let ends = self.latest.is_none_or(|z| other.latest.is_some_and(|y| y <= z));
        starts && ends
    }

    /// Whether the two windows share a day.
    pub fn meets(self, other: When) -> bool {
        let before = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).is_some_and(|(a, b)| a < b);
        !before(self.latest, other.earliest) && !before(other.latest, self.earliest)
    }

    /// Days between two windows that do not meet; 0 when they do. Adjacent days are 1 apart.
    pub fn gap(self, other: When) -> i64 {
        let apart = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.zip(b).map_or(0, |(a, b)| (b - a).num_days().max(0));
        if self.meets(other) { 0 } else { apart(self.latest, other.earliest).max(apart(other.latest, self.earliest)) }
    }

    /// The calendar year that the window lies in, when it is one.
    pub fn only_year(self) -> Option<i32> {
        let (a, z) = (self.earliest?, self.latest?);
        (a.year() == z.year()).then_some(a.year())
    }

    /// The same window `months` later, at the same grain.
    pub fn shifted_months(self, months: i32) -> Option<When> {
        let first = add_months(self.earliest?, months)?;
        let mut when = match self.grain {
            Grain::Day => When::day(first),
            Grain::Month => When::month(first.year(), first.month())?,
            Grain::Quarter => When::quarter(first.year(), first.month().div_ceil(3))?,
            Grain::Half => When::half(first.year(), if first.month() < 7 { 1 } else { 2 })?,
            Grain::Year => When::year(first.year())?,
            Grain::Season => {
                let season = self.season?;
                When::season(first.year() + i32::from(season == Season::Winter), season)?
            }
            _ => When::checked(Some(first), Some(add_months(self.latest?, months)?), self.grain)?,
        };
        when.approximate = self.approximate;
        Some(when)
    }

    /// Which part of its month, year or decade the window is.
    pub fn which_part(self) -> Option<Part> {
        self.part
    }
}

/// The calendar month arithmetic of ISO 8601: the day is kept where the month has it, else the month's last day.
pub fn add_months(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    if months < 0 { day.checked_sub_months(Months::new(months.unsigned_abs())) } else { day.checked_add_months(Months::new(months as u32)) }
}

/// `day` moved by a number of days.
pub fn add_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    if days < 0 { day.checked_sub_days(Days::new(days.unsigned_abs())) } else { day.checked_add_days(Days::new(days as u64)) }
}

/// Monday as 1 to Sunday as 7.
pub fn weekday_number(day: NaiveDate) -> u8 {
    day.weekday().number_from_monday() as u8
}

/// The English name of a weekday, Monday as 1.
pub fn weekday_name(number: u8) -> &'static str {
    match Weekday::try_from(number.saturating_sub(1)) {
        Ok(Weekday::Mon) => "Monday",
        Ok(Weekday::Tue) => "Tuesday",
        Ok(Weekday::Wed) => "Wednesday",
        Ok(Weekday::Thu) => "Thursday",
        Ok(Weekday::Fri) => "Friday",
        Ok(Weekday::Sat) => "Saturday",
        _ => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn impossible_windows_cannot_be_built() {
        assert_eq!(When::ymd(2021, 2, 29), None);
        assert_eq!(When::within(None, None), None);
        assert_eq!(When::within(Some(day("2020-02-01")), Some(day("2020-01-01"))), None);
        assert_eq!(When::quarter(2020, 5), None);
    }

    #[test]
    fn gaps_count_days_between_windows() {
        let january = When::month(2020, 1).unwrap();
        assert_eq!(january.gap(When::day(day("2020-02-01"))), 1);
        assert_eq!(january.gap(When::day(day("2020-01-31"))), 0);
        assert_eq!(When::day(day("2020-01-10")).gap(january.part(Part::Late).unwrap()), 11);
        assert!(january.holds(When::day(day("2020-01-31"))));
    }
}
