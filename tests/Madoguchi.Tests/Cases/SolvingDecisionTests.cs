using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Cases;

public sealed class SolvingDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private readonly Id<Desk> desk = Id<Desk>.New();
    private readonly CurrentAgent hana;
    private readonly CurrentAgent mio = new(Id<Agent>.New(), "Mio", "Mio", AgentRole.Agent, [Id<Desk>.New()], ["ja"]);
    private readonly Case theCase;

    public SolvingDecisionTests()
    {
        hana = new(Id<Agent>.New(), "Hana", "Hana", AgentRole.Agent, [desk], ["ja"]);
        theCase = new() { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = desk, Language = "ja", Subject = "404" };
        theCase.Hear(new MessageSaid("404"), Noon);
    }

    [Fact]
    public void A_proposal_confirmed_is_solved()
    {
        Propose();
        Assert.Equal(Status.Proposed, theCase.Status);

        Assert.Equal([new SolutionAnswered(true)], Answer(true));
        Assert.Equal((Status.Solved, Noon), (theCase.Status, theCase.ClosedAt));
    }

    [Fact]
    public void Not_solved_goes_on_and_waits_for_us()
    {
        Propose();

        Assert.Equal([new SolutionAnswered(false)], Answer(false));
        Assert.Equal((Status.WaitingForUs, null, Noon), (theCase.Status, theCase.ClosedAt, theCase.CustomerWaitingSince));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_same_answer_twice_is_one_answer(bool solved)
    {
        Propose();
        Answer(solved);
        var before = theCase.Status;

        Assert.Empty(Answer(solved));
        Assert.Equal(before, theCase.Status);
    }

    [Fact]
    public void No_after_yes_opens_the_case_again()
    {
        Propose();
        Answer(true);

        Assert.Equal([new Reopened(), new SolutionAnswered(false)], Answer(false));
        Assert.Equal((Status.WaitingForUs, null), (theCase.Status, theCase.ClosedAt));
    }

    [Fact]
    public void Yes_after_no_needs_a_new_proposal()
    {
        Propose();
        Answer(false);

        Assert.True(theCase.AnswerProposal(true, Noon).Refused(out var why, out _));
        Assert.Equal(AnswerRefusal.NothingProposed, why);
    }

    [Fact]
    public void Thank_you_first_and_the_tap_afterwards_still_solves()
    {
        Propose();
        theCase.Hear(new MessageSaid("ありがとうございました"), Noon);
        Assert.Equal(Status.WaitingForUs, theCase.Status);

        Answer(true);
        Assert.Equal(Status.Solved, theCase.Status);
    }

    [Fact]
    public void Once_the_talk_has_gone_on_an_old_proposal_is_gone()
    {
        Propose();
        theCase.Hear(new MessageSaid("まだ出ます"), Noon);
        theCase.Answer(new MessageSaid("では別の方法で"), hana, Noon);

        Assert.True(theCase.AnswerProposal(true, Noon).Refused(out _, out _));
    }

    [Fact]
    public void Another_desk_proposes_nothing_and_nobody_proposes_on_a_closed_case()
    {
        Assert.True(theCase.Propose("done", mio, Noon).Refused(out var why, out _));
        Assert.Equal(ProposeRefusal.WithAnotherDesk, why);

        Propose();
        Answer(true);
        Assert.True(theCase.Propose("done", hana, Noon).Refused(out why, out _));
        Assert.Equal(ProposeRefusal.Closed, why);
    }

    [Fact]
    public void Silence_closes_only_who_has_waited_for_the_customer_long_enough()
    {
        Assert.Null(theCase.CloseBySilence(Week, Noon + Week)); // waits for us
        theCase.Answer(new MessageSaid("?"), hana, Noon);
        Assert.Null(theCase.CloseBySilence(Week, Noon + Week - TimeSpan.FromTicks(10)));
        theCase.PendingHandoverId = Id<Handover>.New();
        Assert.Null(theCase.CloseBySilence(Week, Noon + Week));
        theCase.PendingHandoverId = null;

        Assert.Equal(new ClosedBySilence(), theCase.CloseBySilence(Week, Noon + Week));
        Assert.Equal((Status.ClosedBySilence, Noon + Week), (theCase.Status, theCase.ClosedAt));
        Assert.Null(theCase.CloseBySilence(Week, Noon + Week * 2));
    }

    [Fact]
    public void A_word_after_the_silence_opens_the_case_again()
    {
        theCase.Answer(new MessageSaid("?"), hana, Noon);
        theCase.CloseBySilence(Week, Noon + Week);

        Assert.Equal([new Reopened(), new MessageSaid("すみません")], theCase.Hear(new MessageSaid("すみません"), Noon + Week * 2));
        Assert.Equal((Status.WaitingForUs, null), (theCase.Status, theCase.ClosedAt));
    }

    [Fact]
    public void Only_the_customer_solves_and_only_time_is_silent_or_a_letter_that_ends_it()
    {
        Status[] all = Enum.GetValues<Status>();

        Assert.All(Enum.GetValues<Move>().Where(m => Moves.By(m) is not Role.Customer), m => Assert.DoesNotContain(all, s => s is not Status.Solved && Moves.After(s, m) is Status.Solved));
        Assert.All(Enum.GetValues<Move>().Where(m => Moves.By(m) is not Role.System && m is not Move.DeskEnds), m => Assert.DoesNotContain(all, s => s is not Status.ClosedBySilence && Moves.After(s, m) is Status.ClosedBySilence));
        Assert.All(Enum.GetValues<Move>(), m => Assert.DoesNotContain(all, s => s is not Status.New && Moves.After(s, m) is Status.New));
    }

    private void Propose() => Assert.False(theCase.Propose("入れ直し", hana, Noon).Refused(out _, out _));

    private IReadOnlyList<Happening> Answer(bool solved)
    {
        Assert.False(theCase.AnswerProposal(solved, Noon).Refused(out _, out var happened));
        return happened;
    }
}
