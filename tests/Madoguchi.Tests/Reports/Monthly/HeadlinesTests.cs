using Madoguchi.Reports.Monthly;

namespace Madoguchi.Tests.Reports.Monthly;

public sealed class HeadlinesTests
{
    private static readonly Month November = new(2026, 11);

    [Fact]
    public void Nothing_is_said_to_be_nothing() => Says("11月は、障害もお問い合わせもありませんでした。", "In November 2026 there were no fires and nobody had to ask for help.", []);

    [Fact]
    public void Without_a_fire_the_month_says_so_and_tells_of_the_contacts() => Says(
        "11月は、障害はありませんでした。お問い合わせは1,200件(前の月より20%増)でした。", "In November 2026 there were no fires and 1,200 contacts came in (20 % more than the month before).",
        [Part("days", ("contacts", 1_200)) with { Before = new Dictionary<string, long?> { ["contacts"] = 1_000 } }]);

    [Fact]
    public void One_of_everything_is_in_the_singular() => Says(
        "11月は、障害を1件消し止め、お客様が失った時間は延べ1時間でした。お客様の声から1件が直り、その後ろには1件の声がありました。1件の声が判断を待ち、長いものは1日になります。",
        "In November 2026 1 fire was put out that cost customers 1 hour, 1 fix came of what 1 customer said, and 1 decision is waiting, the longest for 1 day.",
        [Part("fires", ("incidents", 1), ("lostMinutes", 60)), Part("days", ("contacts", 1)), Part("fixes", ("fixes", 1), ("behind", 1)), Part("decisions", ("waiting", 1), ("longestDays", 1))]);

    [Fact]
    public void A_fire_that_still_burns_is_not_called_put_out() => Says(
        "11月は、障害を2件消し止め、1件がまだ続き、お客様が失った時間は延べ90時間です。お問い合わせは400件でした。",
        "In November 2026 2 fires were put out and 1 still burns that cost customers 90 hours and 400 contacts came in.",
        [Part("fires", ("incidents", 3), ("open", 1), ("lostMinutes", 5_400)), Part("days", ("contacts", 400))]);

    [Fact]
    public void A_month_that_goes_on_is_compared_with_nothing()
    {
        var parts = new Dictionary<string, MonthPart> { ["days"] = Part("days", ("contacts", 3)) with { Before = new Dictionary<string, long?> { ["contacts"] = 1_000 } } };

        Assert.Equal(new Headline("11月はこれまでに、障害はありませんでした。お問い合わせは3件でした。", "So far in November 2026 there were no fires and 3 contacts came in."), Headlines.Of(November, false, parts));
    }

    [Theory]
    [InlineData("2026-11", 2026, 11)]
    [InlineData("2027-01", 2027, 1)]
    public void A_month_is_read_as_it_is_written(string text, int year, int number)
    {
        Assert.Equal(new Month(year, number), Month.Read(text));
        Assert.Equal(text, Month.Read(text).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-11-01")]
    [InlineData("0000-01")]
    public void What_is_no_month_is_none(string? text) => Assert.Null(Month.Read(text));

    [Fact]
    public void Months_follow_each_other_over_the_year()
    {
        Assert.Equal(new Month(2026, 12), new Month(2027, 1).Before);
        Assert.Equal(new Month(2027, 1), new Month(2026, 12).After);
        Assert.Equal(28, new Month(2027, 2).Last.Day);
        Assert.True(new Month(2026, 12) < new Month(2027, 1));
    }

    private static MonthPart Part(string name, params (string, long)[] sums) => MonthPart.Of(name, sums.ToDictionary(s => s.Item1, s => (long?)s.Item2), [], []);

    private static void Says(string ja, string en, MonthPart[] parts) => Assert.Equal(new Headline(ja, en), Headlines.Of(November, true, parts.ToDictionary(p => p.Name)));
}
