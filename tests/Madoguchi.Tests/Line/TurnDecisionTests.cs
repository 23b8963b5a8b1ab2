using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Line.Joining;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Line;

public sealed class TurnDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly CurrentAgent Hana = new(Id<Agent>.New(), "Hana", "Hana", AgentRole.Agent, [], ["ja"]);

    [Fact]
    public void Who_is_called_in_chat_is_served_once_they_are_there()
    {
        var ticket = Waiting();
        Assert.IsType<LineCalled>(ticket.Turn(Hana, Now));
        Assert.Equal(TicketState.Called, ticket.State);

        ticket.Arrive();

        Assert.Equal(TicketState.Serving, ticket.State);
    }

    [Fact]
    public void Away_at_the_turn_keeps_the_front_and_the_rank()
    {
        var ticket = Waiting();
        var rank = ticket.Rank;
        ticket.Turn(Hana, Now);

        Assert.False(ticket.Outcome(TurnResult.Away, Now).Refused(out _, out var held));

        Assert.Equal(Now + Ticket.Hold, Assert.IsType<LineHeld>(held).Until);
        Assert.False(ticket.IsRipe(Now + TimeSpan.FromHours(1))); // nobody is called who is not there
        Assert.IsType<LineReturned>(ticket.Arrive());
        Assert.True(ticket.IsRipe(Now));
        Assert.Equal(rank, ticket.Rank);
    }

    [Fact]
    public void Nobody_answers_the_telephone_and_we_try_three_times()
    {
        var ticket = Waiting(Through.Call);
        for (var attempt = 1; attempt < Ticket.MostAttempts; attempt++)
        {
            ticket.Turn(Hana, Now);
            ticket.Outcome(TurnResult.NoAnswer, Now).Refused(out _, out var held);
            Assert.IsType<LineHeld>(held);
            Assert.False(ticket.IsRipe(Now));
            Assert.True(ticket.IsRipe(Now + Ticket.Pause));
        }

        ticket.Turn(Hana, Now);
        ticket.Outcome(TurnResult.NoAnswer, Now).Refused(out _, out var left);

        Assert.Equal(LineLeft.NotReached, Assert.IsType<LineLeft>(left).Because);
        Assert.False(ticket.IsActive);
    }

    [Fact]
    public void Served_twice_is_served_once_and_nothing_comes_after()
    {
        var ticket = Waiting();
        Assert.True(ticket.Outcome(TurnResult.Served, Now).Refused(out var early, out _));
        Assert.Equal(TurnRefusal.NotTheirTurn, early);
        ticket.Turn(Hana, Now);
        ticket.Outcome(TurnResult.Served, Now).Refused(out _, out var served);
        Assert.IsType<LineServed>(served);

        Assert.False(ticket.Outcome(TurnResult.Served, Now).Refused(out _, out var again));

        Assert.Null(again);
        Assert.True(ticket.Leave(LineLeft.ByCustomer, Now).Refused(out _, out _));
        Assert.True(ticket.Outcome(TurnResult.Away, Now).Refused(out _, out _));
    }

    [Fact]
    public void Served_by_a_slip_of_the_hand_is_taken_back_for_ten_minutes()
    {
        var ticket = Waiting();
        Assert.True(ticket.Outcome(TurnResult.NotServed, Now).Refused(out _, out _));
        ticket.Turn(Hana, Now);
        ticket.Outcome(TurnResult.Served, Now);
        Assert.True(ticket.Outcome(TurnResult.NotServed, Now + Ticket.SlipOfTheHand).Refused(out _, out _));

        ticket.Outcome(TurnResult.NotServed, Now.AddMinutes(9)).Refused(out _, out var goesOn);

        Assert.IsType<LineGoesOn>(goesOn);
        Assert.Equal((TicketState.Serving, (DateTimeOffset?)null), (ticket.State, ticket.EndedAt));
        Assert.False(ticket.Outcome(TurnResult.NotServed, Now.AddHours(1)).Refused(out _, out var twice));
        Assert.Null(twice);
    }

    [Fact]
    public void Joining_again_changes_how_to_be_reached_and_never_the_place()
    {
        var ticket = Waiting();
        var (rank, number) = (ticket.Rank, ticket.Number);

        Assert.Null(ticket.JoinAgain(new NewTicket(ticket.CaseId, Through.Call, "03-1234-5678", Now.AddHours(2), Now.AddHours(3))));

        Assert.Equal((rank, number, Through.Call, "+81312345678"), (ticket.Rank, ticket.Number, ticket.Through, ticket.Phone));
        Assert.False(ticket.IsRipe(Now));
        Assert.True(ticket.IsRipe(Now.AddHours(2)));
    }

    [Fact]
    public void Numbers_begin_anew_only_on_a_day_on_which_nobody_waits()
    {
        var line = new DeskLine { Id = Id<DeskLine>.New() };
        Assert.Equal([(1, 1L), (2, 2L)], [line.Draw(10, isEmpty: true), line.Draw(10, isEmpty: true)]);
        Assert.Equal((3, 3L), line.Draw(11, isEmpty: false));
        Assert.Equal((1, 4L), line.Draw(12, isEmpty: true));
        line.LastNumber = 999;
        Assert.Equal((1, 5L), line.Draw(12, isEmpty: false));
    }

    private static Ticket Waiting(Through through = Through.Chat) => new()
    {
        Id = Id<Ticket>.New(), DeskId = Id<Desk>.New(), CaseId = Id<Case>.New(), Number = 17, Through = through, Phone = through is Through.Call ? "03" : null, Language = "ja", JoinedAt = Now, Rank = Now, Seq = 1,
    };
}
