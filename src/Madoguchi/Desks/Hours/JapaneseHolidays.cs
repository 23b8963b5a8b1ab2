using Madoguchi.Shared;

namespace Madoguchi.Desks.Hours;

/// <summary>Japan's public holidays by rule: the Act on National Holidays (昭和23年法律第178号) as it stands since 2007, with the laws that moved days for
/// an accession and for the Olympics. Earlier years have none here. No list to be fetched each February, and none that runs out.</summary>
public static class JapaneseHolidays
{
    public const int FirstYear = 2007;
    private static readonly Holiday Rest = new("休日", "Holiday");

    /// <summary>The holiday of that day, or null.</summary>
    public static Holiday? On(DateOnly date) => date.Year < FirstYear ? null : Named(date) ?? (IsSubstitute(date) || IsSandwiched(date) ? Rest : null);

    // Article 3.2: a holiday on a Sunday gives the nearest day after it that is no holiday itself.
    private static bool IsSubstitute(DateOnly date)
    {
        var before = date.AddDays(-1);
        while (before.DayOfWeek is not DayOfWeek.Sunday && Named(before) is not null)
            before = before.AddDays(-1);
        return before.DayOfWeek is DayOfWeek.Sunday && Named(before) is not null;
    }

    // Article 3.3: a day between two holidays.
    private static bool IsSandwiched(DateOnly date) => Named(date.AddDays(-1)) is not null && Named(date.AddDays(1)) is not null;

    private static Holiday? Named(DateOnly date) => (date.Year, date.Month, date.Day) switch
    {
        // The accession of 2019 (平成30年法律第99号) and the Olympics of 2020, held in 2021.
        (2019, 5, 1) => new("即位の日", "Accession Day"),
        (2019, 10, 22) => new("即位礼正殿の儀", "Enthronement Ceremony"),
        (2020, 7, 23) or (2021, 7, 22) => Sea,
        (2020, 7, 24) or (2021, 7, 23) => Sports,
        (2020, 8, 10) or (2021, 8, 8) => Mountain,
        (2020 or 2021, 7 or 8 or 10, _) => null,

        (_, 1, 1) => new("元日", "New Year's Day"),
        (_, 1, _) when IsMonday(date, 2) => new("成人の日", "Coming of Age Day"),
        (_, 2, 11) => new("建国記念の日", "National Foundation Day"),
        ( >= 2020, 2, 23) or ( < 2019, 12, 23) => new("天皇誕生日", "Emperor's Birthday"),
        (var year, 3, var day) when day == Spring(year) => new("春分の日", "Vernal Equinox Day"),
        (_, 4, 29) => new("昭和の日", "Showa Day"),
        (_, 5, 3) => new("憲法記念日", "Constitution Memorial Day"),
        (_, 5, 4) => new("みどりの日", "Greenery Day"),
        (_, 5, 5) => new("こどもの日", "Children's Day"),
        (_, 7, _) when IsMonday(date, 3) => Sea,
        ( >= 2016, 8, 11) => Mountain,
        (_, 9, _) when IsMonday(date, 3) => new("敬老の日", "Respect for the Aged Day"),
        (var year, 9, var day) when day == Autumn(year) => new("秋分の日", "Autumnal Equinox Day"),
        (var year, 10, _) when IsMonday(date, 2) => year < 2020 ? new("体育の日", "Health and Sports Day") : Sports,
        (_, 11, 3) => new("文化の日", "Culture Day"),
        (_, 11, 23) => new("勤労感謝の日", "Labor Thanksgiving Day"),
        _ => null,
    };

    private static Holiday Sea => new("海の日", "Marine Day");

    private static Holiday Sports => new("スポーツの日", "Sports Day");

    private static Holiday Mountain => new("山の日", "Mountain Day");

    private static bool IsMonday(DateOnly date, int nth) => date.DayOfWeek is DayOfWeek.Monday && (date.Day + 6) / 7 == nth;

    // The equinoxes of 1980-2099 in Japan by the formula of the Hydrographic Department (新こよみ便利帳); the official day is announced each February, and has agreed so far.
    private static int Spring(int year) => (int)Math.Floor(20.8431 + 0.242194 * (year - 1980) - Math.Floor((year - 1980) / 4.0));

    private static int Autumn(int year) => (int)Math.Floor(23.2488 + 0.242194 * (year - 1980) - Math.Floor((year - 1980) / 4.0));
}

/// <summary>A public holiday by its names.</summary>
public sealed record Holiday(string Name, string NameInEnglish)
{
    public string NameIn(Tongue tongue) => tongue[Name, NameInEnglish];
}
