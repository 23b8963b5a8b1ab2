using Madoguchi.Cases;
using Madoguchi.Cases.Approving;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Cases.Approving;

public sealed class DecidingDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Desk> Desk = Id<Desk>.New();
    private readonly Case theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Desk, Language = "ja", Subject = "404", LastEntry = 7 };
    private readonly CurrentAgent hana = Somebody("Hana") with { NeedsApproval = true };
    private readonly CurrentAgent ken = Somebody("Ken");

    [Theory]
    [InlineData(AgentRole.Agent, false, false, false)]
    [InlineData(AgentRole.Agent, true, false, true)]
    [InlineData(AgentRole.Agent, false, true, true)]
    [InlineData(AgentRole.Supervisor, false, true, false)]
    [InlineData(AgentRole.Supervisor, true, false, true)]
    [InlineData(AgentRole.Administrator, false, true, false)]
    [InlineData(AgentRole.Administrator, true, true, true)]
    public void A_desks_switch_is_for_its_agents_and_each_person_has_their_own(AgentRole role, bool own, bool desk, bool waits) =>
        Assert.Equal(waits, Approval.IsUnder(Somebody("x", role) with { NeedsApproval = own }, desk));

    [Fact]
    public void The_second_person_is_of_the_desk_or_a_supervisor_never_the_author_and_nobody_whose_own_replies_wait()
    {
        var reply = Written();

        Assert.Equal(DecideRefusal.OwnReply, reply.Prevents(theCase, true, null, hana, false));
        Assert.Null(reply.Prevents(theCase, true, null, ken, false));
        Assert.Equal(DecideRefusal.UnderApproval, reply.Prevents(theCase, true, null, ken, true));
        Assert.Equal(DecideRefusal.UnderApproval, reply.Prevents(theCase, true, null, ken with { NeedsApproval = true }, false));
        Assert.Equal(DecideRefusal.WithAnotherDesk, reply.Prevents(theCase, true, null, Somebody("Mio") with { Desks = [] }, false));
        Assert.Null(reply.Prevents(theCase, true, null, Somebody("Sora", AgentRole.Supervisor) with { Desks = [] }, true));
    }

    [Fact]
    public void It_is_decided_once_and_a_return_says_why()
    {
        var reply = Written();
        Assert.Equal(DecideRefusal.NeedsWords, Refused(reply.Decide(theCase, false, null, ken, false, Noon)));
        Assert.False(reply.Decide(theCase, false, "もう少しやわらかく", ken, false, Noon).Refused(out _, out var returned));

        Assert.Equal("もう少しやわらかく", Assert.IsType<ApprovalReturned>(returned).Words);
        Assert.Equal((ApprovalState.Returned, "Ken"), (reply.State, reply.DecidedByName));
        Assert.Equal(DecideRefusal.Decided, Refused(reply.Decide(theCase, true, null, ken, false, Noon)));
    }

    [Fact]
    public void Its_author_takes_it_back_without_a_word_and_nobody_sends_it_then()
    {
        var reply = Written();

        Assert.False(reply.Decide(theCase, false, null, hana, false, Noon).Refused(out _, out var back));

        Assert.Null(Assert.IsType<ApprovalReturned>(back).Words);
        Assert.Equal(ApprovalState.TakenBack, reply.State);
        Assert.Equal(DecideRefusal.Decided, Refused(reply.Decide(theCase, true, null, ken, false, Noon)));
    }

    [Fact]
    public void It_is_kept_as_it_will_be_sent_with_what_stands_beside_it()
    {
        var finding = Id<Finding>.New();
        var reply = Approval.Of(Id<Approval>.New(), theCase, new MessageSaid("こんにちは", Translation: new("en", "Hello")), new Hold("理由", null, true, [finding], ["a"]), hana, Noon);

        Assert.Equal(("こんにちは", "こんにちは\nHello", 7, false), (reply.Text, reply.Read, reply.Seen, reply.IsSolution));
        Assert.Equal(("理由", true, finding, "a"), (reply.Hold.Because, reply.Hold.Declines, reply.Hold.Cites![0], reply.Hold.Articles![0]));
    }

    [Fact]
    public void A_solution_is_not_proposed_for_what_has_ended_meanwhile()
    {
        var reply = Approval.Of(Id<Approval>.New(), theCase, new SolutionProposed("直りました"), new Hold(), hana, Noon);
        theCase.Status = Status.Solved;

        Assert.Equal(DecideRefusal.Closed, Refused(reply.Decide(theCase, true, null, ken, false, Noon)));
        Assert.Equal(ApprovalState.Awaiting, reply.State);
    }

    private Approval Written() => Approval.Of(Id<Approval>.New(), theCase, new MessageSaid("こんにちは"), new Hold(), hana, Noon);

    private static DecideRefusal Refused(Result<Happening, DecideRefusal> result) => result.Refused(out var why, out _) ? why : throw new InvalidOperationException("It was not refused.");

    private static CurrentAgent Somebody(string name, AgentRole role = AgentRole.Agent) => new(Id<Agent>.New(), name, name, role, [Desk], ["ja"]);
}
