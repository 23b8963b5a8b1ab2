using Madoguchi.Desks;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Maintaining;
using Madoguchi.Incidents.Showing;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Incidents;

/// <summary>What the public page says, as a decision.</summary>
public sealed class PublicStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_word_stands_there_when_it_can_no_longer_be_called_off_and_under_the_one_that_goes_on()
    {
        var (gone, goesOn) = (New("a", Severity.Minor), New("b", Severity.Minor));
        gone.Become(goesOn.Id, Now);
        var said = Shown([gone, goesOn], [Update(gone, "先に", -5), Update(goesOn, "後で", -2), Update(goesOn, "まだ", 1), Off(goesOn)]).Incidents;

        var one = Assert.Single(said);
        Assert.Equal(goesOn.Id, one.IncidentId);
        Assert.Equal(["後で", "先に"], one.Updates.Select(u => u.Text.Ja));
    }

    [Fact]
    public void Each_product_stands_as_its_own_and_as_what_names_none()
    {
        var status = Shown([New("a", Severity.Critical, "router"), New("b", Severity.Minor)], [], Plan(-1, 1, "memo"));

        Assert.Equal(OverallState.Critical, status.State);
        Assert.Equal([new("memo", OverallState.Minor), new("router", OverallState.Critical)], status.Products);
        Assert.Equal(OverallState.Maintenance, Shown([], [], Plan(-1, 1, "memo")).State);
    }

    [Fact]
    public void A_day_is_as_bad_as_its_worst()
    {
        var (longer, shorter) = (New("a", Severity.Minor, since: Now.AddDays(-3)), New("b", Severity.Critical, "router", Now.AddDays(-2)));
        (longer.ResolvedAt, shorter.ResolvedAt) = (Now.AddDays(-1), Now.AddDays(-2).AddHours(1));
        var days = Shown([longer, shorter], []);

        Assert.Equal([OverallState.Operational, OverallState.Minor, OverallState.Critical, OverallState.Minor, OverallState.Operational], days.DaysOf(null, Now, TimeSpan.FromHours(9)).TakeLast(5).Select(d => d.State));
        Assert.Equal(OverallState.Minor, days.DaysOf("memo", Now, TimeSpan.FromHours(9))[^3].State);
    }

    [Theory]
    [InlineData(2, 1, true)] // everybody who came had been told
    [InlineData(48, 1, false)] // only here, and long before
    [InlineData(-3, 1, false)] // its time is over
    public void A_maintenance_that_is_called_off_stands_there_where_people_had_been_told(int from, int longer, bool shown)
    {
        var planned = Plan(from, from + longer);
        planned.CancelledAt = Now;
        Assert.Equal(shown, Shown([], [], planned).Planned.Any());
    }

    [Fact]
    public void The_last_change_of_a_maintenance_is_taken_back()
    {
        var planned = Plan(1, 2);
        planned.Become(new(new("x"), Now.AddHours(3), Now.AddHours(4)), Now);
        planned.CancelledAt = Now;
        planned.Restore(Now);
        Assert.Equal((null, Now.AddHours(3), Now.AddHours(1)), (planned.CancelledAt, planned.StartsAt, planned.WasFrom));
        planned.Restore(Now);
        Assert.Equal((Now.AddHours(1), Now.AddHours(2), false), (planned.StartsAt, planned.EndsAt, planned.CanBeRestored(Now)));
        planned.Become(new(new("x"), Now.AddHours(-1), Now.AddHours(2)), Now);
        planned.Finish(Now);
        Assert.Equal((MaintenanceState.Done, true), (planned.StateAt(Now), planned.CanBeRestored(Now)));
    }

    private static PublicStatus Shown(Incident[] incidents, IncidentUpdate[] updates, params Maintenance[] planned) => PublicStatus.Of(incidents, updates, planned, Now);

    private static Incident New(string title, Severity severity, string? product = null, DateTimeOffset? since = null) =>
        new() { Id = Id<Incident>.New(), Title = title, Severity = severity, Product = product, Since = since ?? Now.AddHours(-1), DeclaredAt = Now, ById = CurrentAgent.Bootstrap.Id, ByName = "x" };

    private static IncidentUpdate Update(Incident of, string text, int minutes) =>
        new() { Id = Id<IncidentUpdate>.New(), IncidentId = of.Id, TextJa = text, At = Now.AddMinutes(minutes), DueAt = Now.AddMinutes(minutes), ById = CurrentAgent.Bootstrap.Id, ByName = "x", ByShown = "x" };

    private static IncidentUpdate Off(Incident of)
    {
        var off = Update(of, "取り消し", -1);
        off.CancelledAt = Now;
        return off;
    }

    private static Maintenance Plan(int from, int to, string? product = null)
    {
        var planned = new Maintenance { Id = Id<Maintenance>.New(), StartsAt = default, EndsAt = default, ById = CurrentAgent.Bootstrap.Id, ByName = "x", CreatedAt = Now };
        planned.Become(new(new("x"), Now.AddHours(from), Now.AddHours(to), null, product), Now);
        return planned;
    }
}
