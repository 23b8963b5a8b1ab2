using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Calls;

public sealed class TakingDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly CurrentAgent hana;
    private readonly CurrentAgent aoi;
    private readonly Case theCase;

    public TakingDecisionTests()
    {
        var desk = Id<Desk>.New();
        hana = new(Id<Agent>.New(), "Hana", "Hana", AgentRole.Agent, [desk], ["ja"]);
        aoi = hana with { Id = Id<Agent>.New(), Name = "Aoi" };
        theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = desk, Language = "ja", Subject = "404" };
    }

    [Fact]
    public void Who_takes_the_call_is_in_charge_and_the_case_waits_for_us()
    {
        Assert.Equal([new CallTaken("404")], Take(hana));
        Assert.Equal((hana.Id, Status.WaitingForUs, Noon), (theCase.AgentId, theCase.Status, theCase.CustomerWaitingSince));
    }

    [Fact]
    public void A_colleague_who_was_in_charge_reads_who_is_now()
    {
        Take(aoi);

        Assert.Equal([new CallTaken("404"), new Assigned(hana.Id.Value, "Hana")], Take(hana));
        Assert.Equal([new CallTaken("404")], Take(hana));
    }

    [Fact]
    public void A_closed_window_opens_again()
    {
        Take(hana);
        Assert.False(theCase.Propose("直りました", hana, Noon).Refused(out _, out _));
        theCase.AnswerProposal(true, Noon);

        Assert.Equal([new Reopened(), new CallTaken("404")], Take(hana));
        Assert.Equal((Status.WaitingForUs, null, null), (theCase.Status, theCase.ClosedAt, theCase.Proposal));
    }

    [Fact]
    public void A_case_that_was_laid_aside_wakes()
    {
        Take(hana);
        Assert.False(theCase.Snooze(Noon.AddDays(1), hana, Noon).Refused(out _, out _));

        Assert.Equal([new Woke(Woke.ByCustomer, hana.Id.Value), new CallTaken("404")], Take(hana));
        Assert.Null(theCase.SnoozedUntil);
    }

    [Fact]
    public void Another_desks_agent_does_not_write_here()
    {
        Assert.True(theCase.TakeCall("404", hana with { Desks = [] }, Noon).Refused(out var why, out _));
        Assert.Equal(DeskRefusal.WithAnotherDesk, why);
    }

    [Fact]
    public void The_configured_key_is_nobody_to_be_in_charge()
    {
        Take(CurrentAgent.Bootstrap);

        Assert.Null(theCase.AgentId);
    }

    private IReadOnlyList<Happening> Take(CurrentAgent agent) =>
        theCase.TakeCall("404", agent, Noon).Refused(out var why, out var happened) ? throw new InvalidOperationException(why.ToString()) : happened;
}
