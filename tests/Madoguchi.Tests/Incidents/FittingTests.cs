using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Incidents;

public sealed class FittingTests
{
    [Theory]
    [InlineData(null, null, "router", "e-#", false)] // neither is named: nothing fits by itself
    [InlineData("Router", null, "router", null, true)]
    [InlineData("router", null, " router ", "e-#", true)]
    [InlineData("router", null, "modem", null, false)]
    [InlineData("router", null, null, "e-#", false)]
    [InlineData(null, "e-#", null, "e-#", true)]
    [InlineData(null, "e-#", "modem", "e-#", true)]
    [InlineData(null, "e-#", "modem", null, false)]
    [InlineData("router", "e-#", "router", "e-#", true)]
    [InlineData("router", "e-#", "modem", "e-#", false)]
    [InlineData("router", "e-#", "router", "f-#", false)]
    [InlineData(null, "e-7", null, "e-#", true)] // one number of many
    [InlineData(null, "e-8", null, "e-#", false)]
    public void A_contact_fits_by_all_that_is_named(string? product, string? error, string? ofContact, string? told, bool fits) => Assert.Equal(fits, Of(product, error).Fits(new ContactMark { CaseId = Id<Case>.New(), At = default, Product = ofContact, ErrorText = told, Exact = told?.Replace("#", "7", StringComparison.Ordinal) }));

    [Theory]
    [InlineData("9999-12-31T20:00Z", false)]
    [InlineData("0001-01-01T00:00Z", false)]
    [InlineData("2026-11-22T20:00Z", true)]
    public void A_maintenance_is_on_a_day_that_can_be_drawn_everywhere(string from, bool fits) =>
        Assert.Equal(fits, !new NewMaintenance(new("点検"), DateTimeOffset.Parse(from, CultureInfo.InvariantCulture), DateTimeOffset.Parse(from, CultureInfo.InvariantCulture).AddHours(2)).Errors().Any());

    [Fact]
    public void What_names_more_is_nearer()
    {
        var (words, problem) = (From(JumpKind.Words), From(JumpKind.Problem));
        Incident[] rising = [Of(null, null), Of("router", null), problem, Of(null, "e-#"), Of("router", "e-#")];

        Assert.Equal(rising, rising.OrderBy(i => i.Nearness));
        Assert.Equal(Of(null, "e-#").Nearness, words.Nearness);
    }

    [Theory]
    [InlineData(Lost + " 注文77番", null, null, true)]
    [InlineData(Lost + " お願いします", "modem", null, true)]
    [InlineData(Lost, null, "e-7", false)] // with an error text one goes by that
    [InlineData("請求書をもう一度送ってください。", null, null, false)]
    [InlineData("", null, null, false)]
    public void What_was_proposed_by_words_goes_on_by_words(string text, string? product, string? error, bool fits)
    {
        var incident = From(JumpKind.Words);

        Assert.Equal(fits, incident.Fits(Mark(text, product, error)));
        incident.LikeWords = false; // somebody saw that they are no help
        Assert.False(incident.Collects || incident.Fits(Mark(text, product, error)));
    }

    [Fact]
    public void Words_hold_within_a_product_give_way_to_an_error_text_and_are_never_taken_where_nobody_proposed_them()
    {
        var (within, named, byHand) = (Of("router", null), Of(null, "e-7"), Of(null, null));
        within.TakeOver(Proposal(JumpKind.Words));
        named.TakeOver(Proposal(JumpKind.Words));

        Assert.Equal((true, false, false), (within.Fits(Mark(Lost, "router")), within.Fits(Mark(Lost, "modem")), within.Fits(Mark("請求書を送ってください。", "router"))));
        Assert.Equal((false, true), (named.Fits(Mark(Lost)), named.Fits(Mark(Lost, error: "e-7"))));
        Assert.False(byHand.Fits(Mark(Lost)) || Of("router", null) is { Like: not null });
    }

    [Fact]
    public void What_was_proposed_by_a_problem_goes_on_by_it()
    {
        var incident = From(JumpKind.Problem);

        Assert.Equal((true, false, false), (incident.Fits(Mark("x", problem: " 通信できない ")), incident.Fits(Mark("x", problem: "別")), incident.Fits(Mark("x"))));
    }

    [Fact]
    public void Without_a_public_title_the_public_reads_the_one_it_was_declared_by()
    {
        var (plain, named) = (Of(null, null), Of(null, null));
        named.PublicEn = "Connections fail";

        Assert.Equal((new Bilingual("接続できない", "接続できない"), new Bilingual("Connections fail", "Connections fail")), (plain.Public, named.Public));
    }

    private const string Lost = "ガチャを引いたのにキャラクターが増えずに石だけ減っています。";

    private static Incident From(JumpKind kind)
    {
        var incident = Of(null, null);
        incident.TakeOver(Proposal(kind));
        return incident;
    }

    private static IncidentProposal Proposal(JumpKind kind) => new()
    {
        Id = Id<IncidentProposal>.New(), Kind = kind, Key = kind is JumpKind.Words ? Sketch.Of(Lost)!.ToString() : "通信できない", Problem = "通信できない", Since = default, LastAt = default, FoundAt = default, WindowMinutes = 5, Striking = 3,
        Expected = 0, Odds = 1e6, Seen = 3, People = 3,
    };

    private static ContactMark Mark(string text, string? product = null, string? error = null, string? problem = null) =>
        new() { CaseId = Id<Case>.New(), At = default, Product = product, Problem = problem, ErrorText = ErrorText.Fold(error), Exact = ErrorText.Exact(error), Sketch = Sketch.Of(text)?.ToString() ?? "" };

    private static Incident Of(string? product, string? error) => new()
    {
        Id = Id<Incident>.New(), Title = "接続できない", Product = product, ErrorText = error, Since = default, DeclaredAt = default, ById = Id<Agent>.New(), ByName = "花",
    };
}
