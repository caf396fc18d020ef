//! The closed vocabulary that dates are told in, and a fast way to look a word up in it.
//!
//! Tense is read off closed lists here too (no tagger): they decide whether a bare weekday or month lies before or
//! after the day a text speaks from.

use std::sync::OnceLock;

/// A stretch of the calendar or of the clock that phrases count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the year, in TIMEX3's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of a day, as TIMEX3 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

/// What a token can be for a rule that reads dates. `Other` is every word that no rule asks for.
#[derive(Clone, Copy, Debug, Eq)]
pub enum Word {
    /// Past the end of the paragraph.
    End,
    Other,
    Punct(u8),
    /// Digits; the value stands beside the token.
    Number,
    Month(u8),
    Weekday(u8),
    Unit(Unit),
    Cardinal(u16),
    Ordinal(u8),
    Season(Season),
    DayPart(DayPart),
    /// "nineties": the tens of the year.
    Decade(u8),
    Holiday,
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Overnight,
    Now,
    Currently,
    Present,
    Recently,
    Recent,
    Soon,
    Future,
    Past,
    Previously,
    Once,
    The,
    A,
    This,
    That,
    These,
    Same,
    Last,
    Next,
    Previous,
    Following,
    Coming,
    Latest,
    Each,
    Every,
    Ago,
    Later,
    Earlier,
    Before,
    After,
    Since,
    Hence,
    From,
    Early,
    Mid,
    Late,
    Beginning,
    EndOf,
    Of,
    In,
    On,
    At,
    By,
    Until,
    To,
    Through,
    Between,
    And,
    Or,
    During,
    About,
    For,
    Over,
    Within,
    Than,
    More,
    Less,
    Least,
    Most,
    Nearly,
    Only,
    As,
    Full,
    Few,
    Several,
    Couple,
    Many,
    Half,
    Dozen,
    Fiscal,
    Annual,
    Adverb(Unit),
    Era(i8),
    Meridiem(u8),
    Noon,
    Midnight,
    OClock,
    Hundred,
    Thousand,
    Time,
    Period,
    Rest,
    Dated,
    Effective,
    Zone,
    /// A finite verb of the past, for tense.
    PastVerb,
    /// "said", "told": a verb of saying in the past.
    SaidVerb,
    /// "will", "expected": for tense.
    FutureVerb,
    /// "is", "has": for tense.
    PresentVerb,
    /// "has", "have": with a participle it speaks of the past.
    Perfect,
    // The field's own vocabulary of citations, so that numbers in them are not years.
    Section,
    Act,
    Docket,
    NumberSign,
    Page,
    Versus,
    /// The "Q" of "Q3".
    QuarterMark,
    Copyright,
    Exhibit,
    Suite,
    Phone,
    NameTitle,
}

impl Word {
    /// What a word that has a value says beside its meaning.
    #[inline(always)]
    fn payload(self) -> u16 {
        match self {
            Word::Punct(n) | Word::Month(n) | Word::Weekday(n) | Word::Ordinal(n) | Word::Decade(n) | Word::Meridiem(n) => u16::from(n),
            Word::Cardinal(n) => n,
            Word::Era(n) => u16::from(n.cast_unsigned()),
            Word::Unit(unit) | Word::Adverb(unit) => unit as u16,
            Word::Season(season) => season as u16,
            Word::DayPart(part) => part as u16,
            _ => 0,
        }
    }
}

/// As derived, but always inlined: rules compare with words they know, and then one byte decides.
impl PartialEq for Word {
    #[inline(always)]
    fn eq(&self, other: &Word) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other) && self.payload() == other.payload()
    }
}

use self::DayPart::*;
use self::Season::*;
use self::Unit::*;
use self::Word::*;

/// Every word with its meaning, in lower case and without a closing full stop.
pub(crate) const LEXICON: &[(&str, Word)] = &[
    ("january", Word::Month(1)),
    ("jan", Word::Month(1)),
    ("february", Word::Month(2)),
    ("feb", Word::Month(2)),
    ("march", Word::Month(3)),
    ("mar", Word::Month(3)),
    ("april", Word::Month(4)),
    ("apr", Word::Month(4)),
    ("may", Word::Month(5)),
    ("june", Word::Month(6)),
    ("jun", Word::Month(6)),
    ("july", Word::Month(7)),
    ("jul", Word::Month(7)),
    ("august", Word::Month(8)),
    ("aug", Word::Month(8)),
    ("september", Word::Month(9)),
    ("sept", Word::Month(9)),
    ("sep", Word::Month(9)),
    ("october", Word::Month(10)),
    ("oct", Word::Month(10)),
    ("november", Word::Month(11)),
    ("nov", Word::Month(11)),
    ("december", Word::Month(12)),
    ("dec", Word::Month(12)),
    ("monday", Weekday(1)),
    ("mondays", Weekday(1)),
    ("mon", Weekday(1)),
    ("tuesday", Weekday(2)),
    ("tuesdays", Weekday(2)),
    ("tues", Weekday(2)),
    ("tue", Weekday(2)),
    ("wednesday", Weekday(3)),
    ("wednesdays", Weekday(3)),
    ("wed", Weekday(3)),
    ("thursday", Weekday(4)),
    ("thursdays", Weekday(4)),
    ("thurs", Weekday(4)),
    ("thur", Weekday(4)),
    ("thu", Weekday(4)),
    ("friday", Weekday(5)),
    ("fridays", Weekday(5)),
    ("fri", Weekday(5)),
    ("saturday", Weekday(6)),
    ("saturdays", Weekday(6)),
    ("sat", Weekday(6)),
    ("sunday", Weekday(7)),
    ("sundays", Weekday(7)),
    ("sun", Weekday(7)),
    ("second", Ordinal(2)),
    ("seconds", Word::Unit(Second)),
    ("sec", Word::Unit(Second)),
    ("secs", Word::Unit(Second)),
    ("minute", Word::Unit(Minute)),
    ("minutes", Word::Unit(Minute)),
    ("min", Word::Unit(Minute)),
    ("mins", Word::Unit(Minute)),
    ("hour", Word::Unit(Hour)),
    ("hours", Word::Unit(Hour)),
    ("hr", Word::Unit(Hour)),
    ("hrs", Word::Unit(Hour)),
    ("day", Word::Unit(Day)),
    ("days", Word::Unit(Day)),
    ("nights", Word::Unit(Unit::Night)),
    ("weekend", Word::Unit(Weekend)),
    ("weekends", Word::Unit(Weekend)),
    ("wknd", Word::Unit(Weekend)),
    ("wkend", Word::Unit(Weekend)),
    ("week", Word::Unit(Week)),
    ("weeks", Word::Unit(Week)),
    ("wk", Word::Unit(Week)),
    ("wks", Word::Unit(Week)),
    ("fortnight", Word::Unit(Fortnight)),
    ("month", Word::Unit(Unit::Month)),
    ("months", Word::Unit(Unit::Month)),
    ("quarter", Word::Unit(Quarter)),
    ("quarters", Word::Unit(Quarter)),
    ("year", Word::Unit(Year)),
    ("years", Word::Unit(Year)),
    ("yr", Word::Unit(Year)),
    ("yrs", Word::Unit(Year)),
    ("decade", Word::Unit(Unit::Decade)),
    ("decades", Word::Unit(Unit::Decade)),
    ("century", Word::Unit(Century)),
    ("centuries", Word::Unit(Century)),
    ("millennium", Word::Unit(Millennium)),
    ("millennia", Word::Unit(Millennium)),
    ("one", Cardinal(1)),
    ("two", Cardinal(2)),
    ("three", Cardinal(3)),
    ("four", Cardinal(4)),
    ("five", Cardinal(5)),
    ("six", Cardinal(6)),
    ("seven", Cardinal(7)),
    ("eight", Cardinal(8)),
    ("nine", Cardinal(9)),
    ("ten", Cardinal(10)),
    ("eleven", Cardinal(11)),
    ("twelve", Cardinal(12)),
    ("thirteen", Cardinal(13)),
    ("fourteen", Cardinal(14)),
    ("fifteen", Cardinal(15)),
    ("sixteen", Cardinal(16)),
    ("seventeen", Cardinal(17)),
    ("eighteen", Cardinal(18)),
    ("nineteen", Cardinal(19)),
    ("twenty", Cardinal(20)),
    ("thirty", Cardinal(30)),
    ("forty", Cardinal(40)),
    ("fifty", Cardinal(50)),
    ("sixty", Cardinal(60)),
    ("seventy", Cardinal(70)),
    ("eighty", Cardinal(80)),
    ("ninety", Cardinal(90)),
    ("hundred", Hundred),
    ("thousand", Thousand),
    ("dozen", Dozen),
    ("first", Ordinal(1)),
    ("third", Ordinal(3)),
    ("fourth", Ordinal(4)),
    ("fifth", Ordinal(5)),
    ("sixth", Ordinal(6)),
    ("seventh", Ordinal(7)),
    ("eighth", Ordinal(8)),
    ("ninth", Ordinal(9)),
    ("tenth", Ordinal(10)),
    ("eleventh", Ordinal(11)),
    ("twelfth", Ordinal(12)),
    ("thirteenth", Ordinal(13)),
    ("fourteenth", Ordinal(14)),
    ("fifteenth", Ordinal(15)),
    ("sixteenth", Ordinal(16)),
    ("seventeenth", Ordinal(17)),
    ("eighteenth", Ordinal(18)),
    ("nineteenth", Ordinal(19)),
    ("twentieth", Ordinal(20)),
    ("thirtieth", Ordinal(30)),
    ("spring", Word::Season(Spring)),
    ("springtime", Word::Season(Spring)),
    ("summer", Word::Season(Summer)),
    ("summertime", Word::Season(Summer)),
    ("fall", Word::Season(Autumn)),
    ("autumn", Word::Season(Autumn)),
    ("winter", Word::Season(Winter)),
    ("wintertime", Word::Season(Winter)),
    ("morning", Word::DayPart(Morning)),
    ("mornings", Word::DayPart(Morning)),
    ("dawn", Word::DayPart(Morning)),
    ("midday", Word::DayPart(Midday)),
    ("lunchtime", Word::DayPart(Midday)),
    ("afternoon", Word::DayPart(Afternoon)),
    ("afternoons", Word::DayPart(Afternoon)),
    ("evening", Word::DayPart(Evening)),
    ("evenings", Word::DayPart(Evening)),
    ("dusk", Word::DayPart(Evening)),
    ("night", Word::DayPart(DayPart::Night)),
    ("nite", Word::DayPart(DayPart::Night)),
    ("daytime", Word::DayPart(Daytime)),
    ("twenties", Word::Decade(20)),
    ("thirties", Word::Decade(30)),
    ("forties", Word::Decade(40)),
    ("fifties", Word::Decade(50)),
    ("sixties", Word::Decade(60)),
    ("seventies", Word::Decade(70)),
    ("eighties", Word::Decade(80)),
    ("nineties", Word::Decade(90)),
    ("christmas", Holiday),
    ("xmas", Holiday),
    ("thanksgiving", Holiday),
    ("halloween", Holiday),
    ("easter", Holiday),
    ("new", Holiday),
    ("independence", Holiday),
    ("memorial", Holiday),
    ("labor", Holiday),
    ("veterans", Holiday),
    ("presidents", Holiday),
    ("columbus", Holiday),
    ("valentine", Holiday),
    ("valentines", Holiday),
    ("juneteenth", Holiday),
    ("martin", Holiday),
    ("mlk", Holiday),
    ("election", Holiday),
    ("inauguration", Holiday),
    ("boxing", Holiday),
    ("mother", Holiday),
    ("mothers", Holiday),
    ("father", Holiday),
    ("fathers", Holiday),
    ("st", Holiday),
    ("patrick", Holiday),
    ("good", Holiday),
    ("black", Holiday),
    ("palm", Holiday),
    ("ash", Holiday),
    ("today", Today),
    ("tdy", Today),
    ("yesterday", Yesterday),
    ("yday", Yesterday),
    ("tomorrow", Tomorrow),
    ("tmr", Tomorrow),
    ("tmrw", Tomorrow),
    ("tmw", Tomorrow),
    ("tomo", Tomorrow),
    ("tomorow", Tomorrow),
    ("tomoro", Tomorrow),
    ("tomoz", Tomorrow),
    ("tmrrw", Tomorrow),
    ("trmw", Tomorrow),
    ("tonight", Tonight),
    ("tonite", Tonight),
    ("overnight", Overnight),
    ("now", Now),
    ("nowadays", Now),
    ("currently", Currently),
    ("current", Currently),
    ("presently", Currently),
    ("present", Present),
    ("recently", Recently),
    ("lately", Recently),
    ("recent", Recent),
    ("soon", Soon),
    ("shortly", Soon),
    ("future", Future),
    ("past", Past),
    ("previously", Previously),
    ("formerly", Previously),
    ("once", Once),
    ("the", The),
    ("a", A),
    ("an", A),
    ("this", This),
    ("that", That),
    ("these", These),
    ("those", These),
    ("same", Same),
    ("last", Last),
    ("next", Next),
    ("nxt", Next),
    ("previous", Previous),
    ("preceding", Previous),
    ("prior", Previous),
    ("following", Following),
    ("subsequent", Following),
    ("ensuing", Following),
    ("coming", Coming),
    ("upcoming", Coming),
    ("latest", Latest),
    ("each", Each),
    ("every", Every),
    ("saint", Holiday),
    ("alternate", Every),
    ("alternating", Every),
    ("per", Each),
    ("ago", Ago),
    ("later", Later),
    ("earlier", Earlier),
    ("before", Before),
    ("after", After),
    ("since", Since),
    ("hence", Hence),
    ("from", From),
    ("early", Early),
    ("mid", Mid),
    ("middle", Mid),
    ("late", Late),
    ("beginning", Beginning),
    ("start", Beginning),
    ("outset", Beginning),
    ("end", EndOf),
    ("close", EndOf),
    ("of", Of),
    ("in", In),
    ("on", On),
    ("at", At),
    ("by", By),
    ("until", Until),
    ("till", Until),
    ("til", Until),
    ("to", To),
    ("through", Through),
    ("thru", Through),
    ("between", Between),
    ("and", And),
    ("or", Or),
    ("during", During),
    ("throughout", During),
    ("about", About),
    ("around", About),
    ("approximately", About),
    ("circa", About),
    ("ca", About),
    ("roughly", About),
    ("some", About),
    ("for", For),
    ("over", Over),
    ("within", Within),
    ("than", Than),
    ("more", More),
    ("less", Less),
    ("fewer", Less),
    ("least", Least),
    ("most", Most),
    ("nearly", Nearly),
    ("almost", Nearly),
    ("only", Only),
    ("just", Only),
    ("as", As),
    ("full", Full),
    ("entire", Full),
    ("whole", Full),
    ("few", Few),
    ("several", Several),
    ("couple", Couple),
    ("many", Many),
    ("half", Word::Half),
    ("fiscal", Fiscal),
    ("fy", Fiscal),
    ("annual", Annual),
    ("daily", Adverb(Day)),
    ("nightly", Adverb(Unit::Night)),
    ("everyday", Adverb(Day)),
    ("weekly", Adverb(Week)),
    ("biweekly", Adverb(Fortnight)),
    ("fortnightly", Adverb(Fortnight)),
    ("monthly", Adverb(Unit::Month)),
    ("quarterly", Adverb(Quarter)),
    ("annually", Adverb(Year)),
    ("yearly", Adverb(Year)),
    ("hourly", Adverb(Hour)),
    ("bc", Era(-1)),
    ("bce", Era(-1)),
    ("ad", Era(1)),
    ("ce", Era(1)),
    ("am", Meridiem(0)),
    ("pm", Meridiem(12)),
    ("noon", Noon),
    ("noontime", Noon),
    ("midnight", Midnight),
    ("o'clock", OClock),
    ("time", Time),
    ("period", Period),
    ("rest", Rest),
    ("remainder", Rest),
    ("dated", Dated),
    ("effective", Effective),
    ("est", Zone),
    ("edt", Zone),
    ("et", Zone),
    ("cst", Zone),
    ("cdt", Zone),
    ("ct", Zone),
    ("mst", Zone),
    ("mdt", Zone),
    ("pst", Zone),
    ("pdt", Zone),
    ("pt", Zone),
    ("gmt", Zone),
    ("utc", Zone),
    ("bst", Zone),
    ("cet", Zone),
    ("sgt", Zone),
    ("was", PastVerb),
    ("were", PastVerb),
    ("had", PastVerb),
    ("did", PastVerb),
    ("didn't", PastVerb),
    ("wasn't", PastVerb),
    ("rose", PastVerb),
    ("fell", PastVerb),
    ("made", PastVerb),
    ("came", PastVerb),
    ("went", PastVerb),
    ("began", PastVerb),
    ("became", PastVerb),
    ("won", PastVerb),
    ("lost", PastVerb),
    ("held", PastVerb),
    ("took", PastVerb),
    ("sold", PastVerb),
    ("bought", PastVerb),
    ("gave", PastVerb),
    ("got", PastVerb),
    ("met", PastVerb),
    ("left", PastVerb),
    ("found", PastVerb),
    ("saw", PastVerb),
    ("sent", PastVerb),
    ("led", PastVerb),
    ("broke", PastVerb),
    ("brought", PastVerb),
    ("ran", PastVerb),
    ("set", PastVerb),
    ("put", PastVerb),
    ("wrote", PastVerb),
    ("spoke", PastVerb),
    ("struck", PastVerb),
    ("shot", PastVerb),
    ("hit", PastVerb),
    ("flew", PastVerb),
    ("grew", PastVerb),
    ("drew", PastVerb),
    ("threw", PastVerb),
    ("knew", PastVerb),
    ("kept", PastVerb),
    ("paid", PastVerb),
    ("spent", PastVerb),
    ("stood", PastVerb),
    ("built", PastVerb),
    ("sought", PastVerb),
    ("caught", PastVerb),
    ("died", PastVerb),
    ("arose", PastVerb),
    ("ate", PastVerb),
    ("bent", PastVerb),
    ("bit", PastVerb),
    ("bled", PastVerb),
    ("blew", PastVerb),
    ("chose", PastVerb),
    ("clung", PastVerb),
    ("crept", PastVerb),
    ("dealt", PastVerb),
    ("drank", PastVerb),
    ("drove", PastVerb),
    ("dug", PastVerb),
    ("fed", PastVerb),
    ("fled", PastVerb),
    ("flung", PastVerb),
    ("forbade", PastVerb),
    ("forgot", PastVerb),
    ("forgave", PastVerb),
    ("fought", PastVerb),
    ("froze", PastVerb),
    ("heard", PastVerb),
    ("hid", PastVerb),
    ("hung", PastVerb),
    ("knelt", PastVerb),
    ("laid", PastVerb),
    ("lent", PastVerb),
    ("meant", PastVerb),
    ("mistook", PastVerb),
    ("rang", PastVerb),
    ("rode", PastVerb),
    ("sang", PastVerb),
    ("sank", PastVerb),
    ("shook", PastVerb),
    ("shrank", PastVerb),
    ("slept", PastVerb),
    ("slid", PastVerb),
    ("slung", PastVerb),
    ("spat", PastVerb),
    ("sped", PastVerb),
    ("sprang", PastVerb),
    ("stole", PastVerb),
    ("stuck", PastVerb),
    ("stung", PastVerb),
    ("swept", PastVerb),
    ("swore", PastVerb),
    ("swam", PastVerb),
    ("swung", PastVerb),
    ("taught", PastVerb),
    ("thought", PastVerb),
    ("tore", PastVerb),
    ("understood", PastVerb),
    ("undertook", PastVerb),
    ("upheld", PastVerb),
    ("wept", PastVerb),
    ("withdrew", PastVerb),
    ("withheld", PastVerb),
    ("withstood", PastVerb),
    ("woke", PastVerb),
    ("wore", PastVerb),
    ("wove", PastVerb),
    ("overthrew", PastVerb),
    ("overrode", PastVerb),
    ("oversaw", PastVerb),
    ("forsook", PastVerb),
    ("foresaw", PastVerb),
    ("underwent", PastVerb),
    ("felt", PastVerb),
    ("bore", PastVerb),
    ("befell", PastVerb),
    ("overcame", PastVerb),
    ("overtook", PastVerb),
    ("shone", PastVerb),
    ("strode", PastVerb),
    ("said", SaidVerb),
    ("told", SaidVerb),
    ("announced", SaidVerb),
    ("reported", SaidVerb),
    ("will", FutureVerb),
    ("won't", FutureVerb),
    ("shall", FutureVerb),
    ("would", FutureVerb),
    ("expected", FutureVerb),
    ("scheduled", FutureVerb),
    ("slated", FutureVerb),
    ("due", FutureVerb),
    ("plans", FutureVerb),
    ("plan", FutureVerb),
    ("planned", FutureVerb),
    ("planning", FutureVerb),
    ("expects", FutureVerb),
    ("hopes", FutureVerb),
    ("intends", FutureVerb),
    ("is", PresentVerb),
    ("are", PresentVerb),
    ("has", Perfect),
    ("have", Perfect),
    ("section", Section),
    ("sections", Section),
    ("rule", Section),
    ("rules", Section),
    ("chapter", Section),
    ("title", Section),
    ("article", Section),
    ("act", Act),
    ("amendments", Act),
    ("code", Act),
    ("docket", Docket),
    ("dkt", Docket),
    ("ecf", Docket),
    ("doc", Docket),
    ("document", Docket),
    ("case", Docket),
    ("no", NumberSign),
    ("nos", NumberSign),
    ("number", NumberSign),
    ("page", Page),
    ("pages", Page),
    ("line", Page),
    ("lines", Page),
    ("pp", Page),
    ("paragraph", Page),
    ("paragraphs", Page),
    ("q", QuarterMark),
    ("v", Versus),
    ("vs", Versus),
    ("copyright", Copyright),
    ("exhibit", Exhibit),
    ("exhibits", Exhibit),
    ("exh", Exhibit),
    ("ex", Exhibit),
    ("bates", Exhibit),
    ("suite", Suite),
    ("ste", Suite),
    ("floor", Suite),
    ("room", Suite),
    ("courtroom", Suite),
    ("apt", Suite),
    ("box", Suite),
    ("tel", Phone),
    ("telephone", Phone),
    ("phone", Phone),
    ("fax", Phone),
    ("ms", NameTitle),
    ("mr", NameTitle),
    ("mrs", NameTitle),
    ("miss", NameTitle),
    ("judge", NameTitle),
    ("justice", NameTitle),
    ("dr", NameTitle),
];

/// Longest word that a key can hold.
const LONGEST: usize = 16;
/// Twice the words or more, and small enough for a core's first cache.
const SLOTS: usize = 1024;

/// An open-addressed table over the lexicon, keyed by the word's lower-case bytes.
struct Table {
    slots: Vec<(Key, Word)>,
    /// A bit for each of the places that a word of the lexicon hashes to; most words of a text are told apart by this alone.
    hashed: [u64; HASHED / 64],
}

/// Sixteen places for each word, so that few others hash to one of theirs.
const HASHED: usize = 1 << 14;

/// A word's bytes in lower case, with zeros behind the last: different for any two words of at most `LONGEST` letters.
type Key = (u64, u64);

/// The key of the first `length` bytes of `text`. Where the text goes on, whole words are loaded and cut to length, so that
/// no branch depends on the length.
#[inline]
fn key(text: &[u8], length: usize) -> Option<Key> {
    /// What is kept of sixteen bytes, for each length.
    const KEPT: [Key; LONGEST + 1] = {
        let mut kept = [(0, 0); LONGEST + 1];
        let mut length = 1;
        while length <= LONGEST {
            kept[length] = if length <= 8 { (u64::MAX >> (64 - 8 * length), 0) } else { (u64::MAX, u64::MAX >> (128 - 8 * length)) };
            length += 1;
        }
        kept
    };
    // Letters are made small by the bit that tells them apart; an apostrophe has it already.
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let kept = KEPT.get(length)?;
    let (front, back) = match (text.first_chunk::<8>(), text.get(8..).and_then(|text| text.first_chunk::<8>())) {
        (Some(front), Some(back)) => (*front, *back),
        _ => {
            let mut padded = [0; LONGEST];
            padded[..length].copy_from_slice(&text[..length]);
            let (front, back) = padded.split_at(8);
            (*front.first_chunk()?, *back.first_chunk()?)
        }
    };
    Some(((u64::from_le_bytes(front) | SMALL) & kept.0, (u64::from_le_bytes(back) | SMALL) & kept.1))
}

/// A number below `HASHED`; its upper bits choose the slot.
#[inline]
fn hash(key: Key) -> usize {
    let folded = key.0 ^ key.1.rotate_left(29);
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - HASHED.ilog2())) as usize
}

#[inline]
fn slot(hash: usize) -> usize {
    hash / (HASHED / SLOTS)
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut slots = vec![((0, 0), Other); SLOTS];
        let mut hashed = [0; HASHED / 64];
        for &(word, meaning) in LEXICON {
            let key = key(word.as_bytes(), word.len()).expect("lexicon words are short");
            let hash = hash(key);
            hashed[hash / 64] |= 1 << (hash % 64);
            let mut at = slot(hash);
            while slots[at].0 != (0, 0) {
                at = (at + 1) % SLOTS;
            }
            slots[at] = (key, meaning);
        }
        Table { slots, hashed }
    })
}

/// A handle on the lexicon, taken once a text so that words are looked up without a lock.
#[derive(Clone, Copy)]
pub(crate) struct Lexicon(&'static Table);

impl Lexicon {
    pub(crate) fn get() -> Lexicon {
        Lexicon(table())
    }

    /// What the word in the first `length` bytes of `text` means, in any case; `Other` when no rule asks for it.
    #[inline]
    pub(crate) fn look_up(self, text: &[u8], length: usize) -> Word {
        let Some(key) = key(text, length) else { return Other };
        let hash = hash(key);
        if self.0.hashed[hash / 64] & (1 << (hash % 64)) == 0 {
            return Other;
        }
        let mut at = slot(hash);
        loop {
            let (found, meaning) = self.0.slots[at];
            if found == key {
                return meaning;
            }
            if found == (0, 0) {
                return Other;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

/// Whether a word is a month's name or its abbreviation without the stop, in any case.
pub(crate) fn is_month(word: &str) -> bool {
    matches!(Lexicon::get().look_up(word.as_bytes(), word.len()), Word::Month(_))
}

impl Unit {
    /// The letter that TIMEX3 durations use, and whether it belongs to the time part (`PT5H`).
    pub(crate) fn letter(self) -> (&'static str, bool) {
        match self {
            Second => ("S", true),
            Minute => ("M", true),
            Hour => ("H", true),
            Day => ("D", false),
            Unit::Night => ("D", false),
            Weekend => ("WE", false),
            Week | Fortnight => ("W", false),
            Unit::Month => ("M", false),
            Quarter => ("Q", false),
            Unit::Half => ("H", false),
            Year => ("Y", false),
            Unit::Decade => ("E", false),
            Century => ("C", false),
            Millennium => ("L", false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lexicon_is_found_in_any_case() {
        let lexicon = Lexicon::get();
        for &(word, meaning) in LEXICON {
            for said in [word.to_owned(), word.to_uppercase(), format!("{word} and what follows it")] {
                assert_eq!(lexicon.look_up(said.as_bytes(), word.len()), meaning, "{said}");
            }
        }
        for unknown in ["happenstance", "", "incomprehensibilities"] {
            assert_eq!(lexicon.look_up(unknown.as_bytes(), unknown.len()), Other);
        }
    }

    #[test]
    fn no_word_stands_twice() {
        let mut words: Vec<_> = LEXICON.iter().map(|row| row.0).collect();
        words.sort_unstable();
        let before = words.len();
        words.dedup();
        assert_eq!(words.len(), before);
    }
}
