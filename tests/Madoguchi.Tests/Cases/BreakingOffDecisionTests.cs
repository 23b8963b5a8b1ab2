using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Cases;

public sealed class BreakingOffDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly Id<Desk> desk = Id<Desk>.New();
    private readonly CurrentAgent hana;
    private readonly CurrentAgent mio = new(Id<Agent>.New(), "Mio", "Mio", AgentRole.Agent, [Id<Desk>.New()], ["ja"]);
    private readonly Case theCase;
    private readonly Break broken;

    public BreakingOffDecisionTests()
    {
        hana = new(Id<Agent>.New(), "Hana", "Hana", AgentRole.Agent, [desk], ["ja"]);
        theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = desk, Language = "ja", Subject = "404" };
        theCase.Hear(new MessageSaid("404"), Noon);
        theCase.Answer(new MessageSaid("?"), hana, Noon);
        broken = new() { Id = Id<Break>.New(), CaseId = theCase.Id, How = BreakKind.Silence, Since = Noon, FoundAt = Noon.AddDays(1), PlaceSince = Noon };
    }

    [Fact]
    public void A_case_breaks_off_once_until_the_customer_is_heard_of()
    {
        Assert.Equal(new BrokeOff(BreakKind.Silence, Noon), theCase.BreakOff(broken));
        Assert.Null(theCase.BreakOff(broken));

        Append(By.System, new MessageSaid("よろしければ"));
        Assert.NotNull(theCase.BreakId);
        Append(By.Customer(null, Guid.NewGuid()), new FactTold("model", "R3", "case"));
        Assert.Null(theCase.BreakId);
    }

    [Fact]
    public void A_call_that_was_written_down_is_being_heard_of()
    {
        theCase.BreakOff(broken);

        Append(By.Agent(hana, isInternal: false), new CallTaken("お電話で"));

        Assert.Null(theCase.BreakId);
    }

    [Fact]
    public void One_follow_up_a_break_by_the_owner_desk_gives_the_time_anew()
    {
        theCase.BreakOff(broken);

        Assert.True(theCase.FollowUp(broken, "いかが", mio, Noon.AddDays(1)).Refused(out var why, out _));
        Assert.Equal(FollowUpRefusal.WithAnotherDesk, why);
        Assert.False(theCase.FollowUp(broken, "いかが", hana, Noon.AddDays(1)).Refused(out _, out var followedUp));
        Assert.Equal((new FollowedUp("いかが"), Noon.AddDays(1)), (followedUp, theCase.WaitingForCustomerSince));
        Assert.True(theCase.FollowUp(broken, "いかが", hana, Noon.AddDays(2)).Refused(out why, out _));
        Assert.Equal(FollowUpRefusal.FollowedUp, why);
    }

    [Fact]
    public void What_is_solved_is_not_followed_up_and_what_silence_closed_is()
    {
        theCase.CloseBySilence(TimeSpan.Zero, Noon);
        Assert.False(theCase.FollowUp(broken, "いかが", hana, Noon).Refused(out _, out _));
        Assert.Equal(Status.ClosedBySilence, theCase.Status);

        broken.FollowedUpAt = null;
        theCase.Status = Status.Solved;
        Assert.True(theCase.FollowUp(broken, "いかが", hana, Noon).Refused(out var why, out _));
        Assert.Equal(FollowUpRefusal.Closed, why);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Still_stuck_waits_at_the_old_place_with_the_same_agent_as_long_as_they_are_there(bool there)
    {
        FollowedUp();
        theCase.CloseBySilence(TimeSpan.Zero, Noon.AddDays(9));

        Assert.Equal([new Reopened(), new FollowUpAnswered(FollowUpAnswer.Stuck)], Answered(FollowUpAnswer.Stuck, there));
        Assert.Equal((Status.WaitingForUs, Noon, there ? hana.Id : null), (theCase.Status, theCase.CustomerWaitingSince, theCase.AgentId));
        Assert.Equal((BreakEnd.Stuck, Noon.AddDays(10)), (broken.End, broken.EndedAt));
    }

    [Theory]
    [InlineData(FollowUpAnswer.SolvedMyself)]
    [InlineData(FollowUpAnswer.NoLongerNeeded)]
    public void The_other_two_settle_it_and_the_same_tap_again_changes_nothing(FollowUpAnswer answer)
    {
        theCase.Propose("入れ直し", hana, Noon);
        FollowedUp();

        Assert.Equal([new FollowUpAnswered(answer, "抜き差し")], Answered(answer, there: true, "抜き差し"));
        Assert.Equal((Status.Solved, null, answer is FollowUpAnswer.SolvedMyself ? "抜き差し" : null), (theCase.Status, theCase.Proposal, broken.Solved));
        Assert.Empty(Answered(answer, there: true, "抜き差し"));
    }

    [Fact]
    public void Nothing_is_answered_that_was_not_asked()
    {
        theCase.BreakOff(broken);
        Assert.True(theCase.AnswerFollowUp(broken, FollowUpAnswer.Stuck, null, true, Noon).Refused(out var why, out _));
        Assert.Equal(FollowUpAnswerRefusal.NothingAsked, why);

        broken.FollowedUpAt = Noon;
        theCase.BreakId = null; // heard of in another way meanwhile
        Assert.True(theCase.AnswerFollowUp(broken, FollowUpAnswer.Stuck, null, true, Noon).Refused(out _, out _));
    }

    [Fact]
    public void Who_never_came_back_is_given_up_with_their_link()
    {
        FollowedUp();
        theCase.CloseBySilence(TimeSpan.Zero, Noon);

        theCase.GiveUp(broken, Noon.AddDays(29));
        Assert.NotNull(theCase.BreakId);
        theCase.GiveUp(broken, Noon.AddDays(31));
        Assert.Equal((null, BreakEnd.Lost), (theCase.BreakId, broken.End));
    }

    private void FollowedUp()
    {
        theCase.BreakOff(broken);
        Assert.False(theCase.FollowUp(broken, "いかが", hana, Noon).Refused(out _, out _));
    }

    private IReadOnlyList<Happening> Answered(FollowUpAnswer answer, bool there, string? how = null)
    {
        Assert.False(theCase.AnswerFollowUp(broken, answer, how, there, Noon.AddDays(10)).Refused(out _, out var happened));
        return happened;
    }

    private void Append(By by, Happening what) => Entry.Append(theCase, by, what, Noon, []);
}
