using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Collecting;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Showing;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Incidents;

/// <summary>Which stories are shown an incident while they are written; and by what an incident collects that others were merged into.</summary>
public sealed class ResemblingTests
{
    [Theory]
    [InlineData("ガチャを引いたら「接続が切れました (503)」と出ました", true)]
    [InlineData("ガチャを引いたら、接続が切れました（７７）。", true)] // no quotes, other numbers, other width
    [InlineData("接続が切れることはありませんが、音が小さいです", false)]
    [InlineData("請求書をもう一度送ってください", false)]
    public void An_error_text_is_found_in_the_words(string words, bool fits) => Assert.Equal(fits, Resembling.Fits(New("内輪", error: "接続が切れました (#)"), null, words));

    [Fact]
    public void A_long_story_is_not_cut_through_a_sign() => Assert.All(Enumerable.Range(0, 2), i => Assert.False(Resembling.Fits(New("x", error: "e-1"), null, new string('b', i) + string.Concat(Enumerable.Repeat("😀", 3_000)))));

    [Theory]
    [InlineData("E-12 と出て進めません", false)]
    [InlineData("e-1と出て進めません", true)]
    [InlineData("It says E-1.", true)]
    public void A_code_is_found_whole(string words, bool fits) => Assert.Equal(fits, Resembling.Fits(New("x", error: "e-1"), null, words));

    [Theory]
    [InlineData("動画アプリを開くと404と出ます", null, true)]
    [InlineData("The video app only shows me a 404", null, true)]
    [InlineData("動画アプリの音が小さい", null, false)]
    [InlineData("The app is slow", null, false)]
    [InlineData("動画アプリを開くと404と出ます", "ルーター", false)] // they come with another product
    public void Most_of_its_public_name_in_the_words_is_worth_showing(string words, string? product, bool fits) =>
        Assert.Equal(fits, Resembling.Fits(New("内輪", ja: "動画アプリで「404」と出る", en: "The video app shows “404”", product: product is null ? null : "動画アプリ"), product, words));

    [Theory]
    [InlineData("Minamo Notes を開けません", true)]
    [InlineData("minamo notesbook を開けません", false)]
    public void A_product_is_named(string words, bool fits) => Assert.Equal(fits, Resembling.Fits(New("x", product: "Minamo Notes"), null, words));

    [Fact]
    public void What_was_merged_goes_on_collecting_for_the_one_it_goes_on_in()
    {
        var (first, second, third, over) = (New("a", error: "e-1"), New("b", product: "router"), New("c"), New("d", error: "e-2"));
        var now = DateTimeOffset.UnixEpoch;
        first.Become(second.Id, now);
        second.Become(third.Id, now);
        over.ResolvedAt = now;

        var collectors = Collector.Of([first, second, third, over]);
        Assert.Equal([third, third, third], collectors.Select(c => c.Into));
        Assert.Equal(first, Assert.Single(Collector.Nearest(collectors, Mark("e-1", "modem"))).By);
        Assert.Equal([first, second], Collector.Nearest(collectors, Mark("e-1", "router")).Select(c => c.By));
        Assert.Empty(Collector.Nearest(collectors, Mark("e-2", null)));
    }

    private static ContactMark Mark(string error, string? product) => new() { CaseId = default, At = DateTimeOffset.UnixEpoch, ErrorText = error, Product = product };

    private static Incident New(string title, string? error = null, string? product = null, string? ja = null, string? en = null) => new()
    {
        Id = Id<Incident>.New(), Title = title, PublicJa = ja, PublicEn = en, ErrorText = error, Product = product, Since = DateTimeOffset.UnixEpoch, DeclaredAt = DateTimeOffset.UnixEpoch, ById = CurrentAgent.Bootstrap.Id, ByName = "x",
    };
}
