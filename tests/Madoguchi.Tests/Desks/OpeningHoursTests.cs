using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Desks.Hours;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Desks;

public sealed class OpeningHoursTests
{
    private static readonly TimeZoneInfo Tokyo = HouseZone.Of(null).Zone;
    private static readonly IReadOnlyList<SpanPlan> Office = [new("9:00", "12:00"), new("13:00", "18:00")];
    private static readonly HoursPlan Plan = new(
        new WeekPlan(Office, Office, Office, Office, Office, [new("9:00", "12:00")]), [],
        [new("2026-12-29", "2027-01-03", "年末年始は休みます。", "We are closed over New Year."), new("2026-12-28", Spans: [new("9:00", "15:00")])]);

    private static readonly OpeningHours Clock = Plan.In(Tokyo);

    [Theory]
    [InlineData("2026-11-20T08:59:59", false)] // a Friday
    [InlineData("2026-11-20T09:00:00", true)]
    [InlineData("2026-11-20T11:59:59", true)]
    [InlineData("2026-11-20T12:00:00", false)]
    [InlineData("2026-11-20T13:00:00", true)]
    [InlineData("2026-11-20T18:00:00", false)]
    [InlineData("2026-11-21T11:00:00", true)] // Saturday
    [InlineData("2026-11-21T13:00:00", false)]
    [InlineData("2026-11-22T10:00:00", false)] // Sunday
    [InlineData("2026-11-23T10:00:00", false)] // Labor Thanksgiving Day
    [InlineData("2026-12-28T14:59:00", true)] // a short day, without its lunch break
    [InlineData("2026-12-28T15:00:00", false)]
    [InlineData("2026-12-29T10:00:00", false)]
    [InlineData("2027-01-04T10:00:00", true)]
    public void It_is_open_when_the_plan_says_so(string wall, bool open) => Assert.Equal(open, Clock.IsOpen(At(wall)));

    [Theory]
    [InlineData("2026-11-20T08:59:55", "2026-11-20T09:00:00")]
    [InlineData("2026-11-20T10:00:00", "2026-11-20T10:00:00")]
    [InlineData("2026-11-20T12:30:00", "2026-11-20T13:00:00")]
    [InlineData("2026-11-21T12:00:00", "2026-11-24T09:00:00")] // over Sunday and the holiday
    [InlineData("2026-12-28T15:00:00", "2027-01-04T09:00:00")]
    public void It_says_when_it_opens_next(string wall, string opens) => Assert.Equal(At(opens), Clock.NextOpening(At(wall)));

    [Theory]
    [InlineData("2026-11-20T10:00:00", "2026-11-20T12:00:00")]
    [InlineData("2026-11-20T17:59:59", "2026-11-20T18:00:00")]
    [InlineData("2026-11-20T18:00:00", null)]
    public void It_says_when_it_closes_next(string wall, string? closes) => Assert.Equal(closes is null ? null : At(closes), Clock.Closing(At(wall)));

    [Fact]
    public void A_night_desk_does_not_close_at_midnight()
    {
        IReadOnlyList<SpanPlan> night = [new("0:00", "2:00"), new("20:00", "24:00")];
        var clock = new HoursPlan(new(night, night, night, night, night, night, night)).In(Tokyo);

        Assert.Equal(At("2026-11-21T02:00:00"), clock.Closing(At("2026-11-20T21:00:00")));
    }

    [Fact]
    public void Around_the_clock_it_never_closes()
    {
        IReadOnlyList<SpanPlan> whole = [new("0:00", "24:00")];
        var clock = new HoursPlan(new(whole, whole, whole, whole, whole, whole, whole)).In(Tokyo);

        Assert.True(clock.IsOpen(At("2026-11-20T00:00:00")));
        Assert.Null(clock.Closing(At("2026-11-20T00:00:00")));
        Assert.Null(OpeningHours.Always.Closing(At("2026-11-20T00:00:00")));
        Assert.Equal(TimeSpan.FromHours(48), OpeningHours.Always.OpenTime(At("2026-11-20T00:00:00"), At("2026-11-22T00:00:00")));
        Assert.Equal(At("2026-11-20T01:00:00"), OpeningHours.Always.After(At("2026-11-20T00:00:00"), TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_desk_that_is_closed_for_good_never_opens()
    {
        var clock = (Plan with { Closures = [new("2026-01-01", "2199-12-31")] }).In(Tokyo);

        Assert.Null(clock.NextOpening(At("2026-11-20T10:00:00")));
        Assert.Null(clock.After(At("2026-11-20T10:00:00"), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Open_time_skips_the_lunch_break_the_night_and_the_holiday()
    {
        Assert.Equal(TimeSpan.FromHours(8 + 3), Clock.OpenTime(At("2026-11-20T00:00:00"), At("2026-11-24T09:00:00")));
        Assert.Equal(At("2026-11-24T10:00:00"), Clock.After(At("2026-11-20T17:30:00"), TimeSpan.FromHours(4.5)));
    }

    [Fact]
    public void Where_the_clock_jumps_the_day_is_an_hour_shorter_and_in_autumn_longer()
    {
        IReadOnlyList<SpanPlan> whole = [new("0:00", "24:00")];
        var clock = new HoursPlan(new(Sun: whole)).In(HouseZone.Of("Europe/Paris").Zone);

        Assert.Equal(TimeSpan.FromHours(23), clock.OpenTime(new(2026, 3, 27, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 31, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(TimeSpan.FromHours(25), clock.OpenTime(new(2026, 10, 23, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 27, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Its_answers_agree_with_each_other_whatever_the_plan()
    {
        TimeZoneInfo[] zones = [Tokyo, HouseZone.Of("Europe/Paris").Zone, HouseZone.Of("America/New_York").Zone, HouseZone.Of("Australia/Lord_Howe").Zone];
        var span = Gen.Choose(0, 95).SelectMany(from => Gen.Choose(from + 1, 96).Select(to => (From: from * 15, To: to * 15)));
        var day = span.ListOf().Select(list => (IReadOnlyList<OpenSpan>)Apart([.. list.Take(3).Select(s => new OpenSpan(s.From, s.To)).OrderBy(s => s.From)]));
        var moment = Gen.Choose(0, 730 * 24 * 60).Select(minutes => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));
        var clock = day.ListOf(7).SelectMany(week => Gen.Elements(zones).SelectMany(zone => Gen.Elements(true, false).SelectMany(holidays => Gen.Choose(0, 700).Select(start =>
            new OpeningHours(zone, [.. week], holidays ? [] : null, [new(new DateOnly(2026, 1, 1).AddDays(start), new DateOnly(2026, 1, 1).AddDays(start + 9), null, null, [])])))));
        var scene = clock.SelectMany(c => moment.SelectMany(m => Gen.Choose(1, 5_000).Select(minutes => (Clock: c, At: m, For: TimeSpan.FromMinutes(minutes))))).ToArbitrary();

        Prop.ForAll(scene, s =>
        {
            var (hours, at) = (s.Clock, s.At);
            Assert.Equal(hours.IsOpen(at), hours.OpenTime(at, at.AddTicks(10)) > TimeSpan.Zero);
            Assert.Equal(hours.OpenTime(at, at + s.For), hours.OpenTime(at, at + s.For / 2) + hours.OpenTime(at + s.For / 2, at + s.For));
            if (hours.NextOpening(at) is { } opens)
            {
                Assert.True(hours.IsOpen(opens));
                Assert.Equal(TimeSpan.Zero, hours.OpenTime(at, opens));
            }

            if (hours.Closing(at) is { } closes)
            {
                Assert.False(hours.IsOpen(closes));
                Assert.Equal(closes - at, hours.OpenTime(at, closes));
            }

            if (hours.After(at, s.For) is { } after)
                Assert.Equal(s.For, hours.OpenTime(at, after));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void The_line_says_it_in_one_breath()
    {
        Assert.Equal("月–金 9:00–12:00・13:00–18:00、土 9:00–12:00（日・祝日は休み）", HoursLine.Of(Plan, Tongue.Japanese));
        Assert.Equal("Mon–Fri 9:00–12:00, 13:00–18:00; Sat 9:00–12:00 (closed on Sun and public holidays)", HoursLine.Of(Plan, Tongue.English));

        IReadOnlyList<SpanPlan> whole = [new("0:00", "24:00")];
        Assert.Equal("毎日 24時間", HoursLine.Of(new(new(whole, whole, whole, whole, whole, whole, whole)), Tongue.Japanese));
        Assert.Equal("火・木–土 24時間、祝日 10:00–15:00（月・水・日は休み）", HoursLine.Of(new(new(Tue: whole, Thu: whole, Fri: whole, Sat: whole), [new("10:00", "15:00")]), Tongue.Japanese));
    }

    [Theory]
    [InlineData("9:00", "25:00", "/week/mon/0/to")]
    [InlineData("９：００", "9:61", "/week/mon/0/to")]
    [InlineData("nine", "18:00", "/week/mon/0/from")]
    [InlineData("18:00", "9:00", "/week/mon")]
    public void A_span_that_is_none_is_named(string from, string to, string at) => Assert.Equal([at], new HoursPlan(new(Mon: [new(from, to)])).Errors().Select(e => e.Pointer));

    [Fact]
    public void Overlaps_empty_weeks_and_days_that_are_none_are_named()
    {
        Assert.Equal(["/week/tue"], new HoursPlan(new(Tue: [new("9:00", "12:00"), new("11:00", "13:00")])).Errors().Select(e => e.Pointer));
        Assert.Equal(["/week"], new HoursPlan(new()).Errors().Select(e => e.Pointer));
        Assert.Equal(["/closures/0/from", "/closures/1/to", "/closures/2/to"],
            (Plan with { Closures = [new("2026-02-30"), new("2026-01-02", "2026-01-01"), new("2026-01-02", "tomorrow")] }).Errors().Select(e => e.Pointer));
        Assert.Empty(Plan.Errors());
    }

    private static DateTimeOffset At(string wall) => new(DateTime.Parse(wall, CultureInfo.InvariantCulture), TimeSpan.FromHours(9));

    // What the plan's own check would let pass: in order, none over another.
    private static IReadOnlyList<OpenSpan> Apart(IReadOnlyList<OpenSpan> spans) => [.. spans.Aggregate(new List<OpenSpan>(), (kept, s) => { if (kept is [] || kept[^1].To <= s.From) kept.Add(s); return kept; })];
}
