using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Line;

public sealed class KeepingDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly CurrentAgent Hana = new(Id<Agent>.New(), "Hana", "Hana", AgentRole.Agent, [], ["ja"]);

    [Fact]
    public void Urgency_and_language_follow_the_case_and_the_time_of_joining_stays()
    {
        var (ticket, theCase) = Waiting();
        (theCase.Priority, theCase.Language) = (Priority.Urgent, "en");

        Assert.Null(ticket.Follow(theCase, null, Now));
        Assert.Null(ticket.Follow(theCase, null, Now.AddMinutes(5))); // again changes nothing

        Assert.Equal((Now - Ticket.HeadStart(Priority.Urgent), "en", Now), (ticket.Rank, ticket.Language, ticket.JoinedAt));
        theCase.Priority = Priority.Normal;
        ticket.Follow(theCase, null, Now);
        Assert.Equal(Now, ticket.Rank);
    }

    [Fact]
    public void Solved_before_the_turn_is_out_of_the_line_and_after_it_is_served()
    {
        var (never, solved) = Waiting();
        solved.Status = Status.Solved;
        Assert.Equal(LineLeft.Solved, Assert.IsType<LineLeft>(never.Follow(solved, null, Now)).Because);
        Assert.Null(never.Follow(solved, null, Now));

        var (called, theCase) = Waiting();
        called.Turn(Hana, Now);
        called.Outcome(TurnResult.Away, Now);
        theCase.Status = Status.ClosedBySilence;
        Assert.IsType<LineServed>(called.Follow(theCase, null, Now));
        Assert.Equal(TicketState.Served, called.State);
    }

    [Fact]
    public void A_word_from_before_the_turn_does_not_bring_back_who_is_away_now()
    {
        var (ticket, theCase) = Waiting();
        ticket.Turn(Hana, Now.AddMinutes(1));
        ticket.Outcome(TurnResult.Away, Now.AddMinutes(2));

        Assert.Null(ticket.Follow(theCase, Now.AddMinutes(1), Now.AddMinutes(3)));
        Assert.IsType<LineReturned>(ticket.Follow(theCase, Now.AddMinutes(3), Now.AddMinutes(3)));
        Assert.Null(ticket.GiveUp(Now.AddHours(1))); // back in time
    }

    [Fact]
    public void At_another_desk_the_number_is_another_and_the_rank_the_same()
    {
        var (ticket, _) = Waiting();
        var (rank, to) = (ticket.Rank, new Desk { Id = Id<Desk>.New(), Slug = "technical", Name = "技術窓口", Languages = ["ja"] });

        var moved = Assert.IsType<LineMoved>(ticket.Move(to, 3, 8));

        Assert.Equal((17, 3, "technical"), (moved.Before, moved.Number, moved.To.Slug));
        Assert.Equal((to.Id, 3, 8L, rank, TicketState.Waiting), (ticket.DeskId, ticket.Number, ticket.Seq, ticket.Rank, ticket.State));
    }

    private static (Ticket Ticket, Case Case) Waiting()
    {
        var theCase = new Case { Id = Id<Case>.New(), CustomerId = Id<Customer>.New(), DeskId = Id<Desk>.New(), Language = "ja", Subject = "順番" };
        return (new() { Id = Id<Ticket>.New(), DeskId = theCase.DeskId, CaseId = theCase.Id, Number = 17, Through = Through.Chat, Language = "ja", JoinedAt = Now, Rank = Now, Seq = 1 }, theCase);
    }
}
