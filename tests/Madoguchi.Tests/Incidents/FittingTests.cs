using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Incidents.Noticing;
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
    public void What_names_more_is_nearer() => Assert.Equal([0, 1, 2, 3], new[] { Of(null, null), Of("router", null), Of(null, "e-#"), Of("router", "e-#") }.Select(i => i.Nearness));

    [Fact]
    public void Without_a_public_title_the_public_reads_the_one_it_was_declared_by()
    {
        var (plain, named) = (Of(null, null), Of(null, null));
        named.PublicEn = "Connections fail";

        Assert.Equal((new Bilingual("接続できない", "接続できない"), new Bilingual("Connections fail", "Connections fail")), (plain.Public, named.Public));
    }

    private static Incident Of(string? product, string? error) => new()
    {
        Id = Id<Incident>.New(), Title = "接続できない", Product = product, ErrorText = error, Since = default, DeclaredAt = default, ById = Id<Agent>.New(), ByName = "花",
    };
}
