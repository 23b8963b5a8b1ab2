using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Line.Boarding;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Line;

/// <summary>What is counted on the board, and what is not.</summary>
public sealed class BoardLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 15, 0, 0, TimeSpan.FromHours(9));
    private static readonly DateTimeOffset Today = Now.AddHours(-15);

    [Fact]
    public void An_empty_line_has_no_longest_wait_and_no_share()
    {
        var line = Of();

        Assert.Equal((0, null, null), (line.Waiting, line.LongestSince, line.AnsweredShare));
    }

    [Fact]
    public void Who_waits_longest_is_told_and_a_chosen_time_is_no_waiting()
    {
        var booked = Ticket(joined: -300);
        (booked.NotBefore, booked.NotAfter) = (Now.AddMinutes(-5), Now.AddMinutes(55));
        var tomorrow = Ticket(joined: -300);
        (tomorrow.NotBefore, tomorrow.NotAfter) = (Now.AddDays(1), Now.AddDays(1).AddHours(1));

        var line = Of(Ticket(joined: -10), Ticket(joined: -20), booked, tomorrow);

        Assert.Equal((3, Now.AddMinutes(-20), 1), (line.Waiting, line.LongestSince, line.Later));
        Assert.Equal(Now.AddMinutes(-5), BoardLine.WaitsSince(booked));
    }

    [Fact]
    public void Answered_is_whose_turn_came_today_and_abandoned_who_left_before_it()
    {
        var yesterdays = Called(Ticket(TicketState.Served, -3000), -2000);
        yesterdays.EndedAt = Now;
        var line = Of(
            Called(Ended(TicketState.Served), -30), Called(Ticket(TicketState.Serving), -5), Called(Ended(TicketState.Left), -40), // called, but not there any more: their turn had come
            Ended(TicketState.Left), yesterdays);

        Assert.Equal((3, 1, 75, 1), (line.Answered, line.Abandoned, line.AnsweredShare, line.Serving));
    }

    [Fact]
    public void Who_was_helped_meanwhile_has_not_given_up()
    {
        var (solved, gone) = (Ended(TicketState.Left), Ended(TicketState.Left));

        var line = BoardLine.Of([solved, gone], new HashSet<Id<Ticket>> { solved.Id }, Today, Now);

        Assert.Equal((1, 0), (line.Abandoned, line.AnsweredShare));
    }

    [Fact]
    public void The_day_begins_at_midnight_of_the_house()
    {
        var (before, after) = (Ended(TicketState.Left), Ended(TicketState.Left));
        (before.EndedAt, after.EndedAt) = (Today.AddTicks(-10), Today);

        Assert.Equal(1, Of(before, after).Abandoned);
    }

    [Fact]
    public void One_who_is_missing_spoils_a_hundred_percent() =>
        Assert.Equal(99, Of([.. Enumerable.Range(0, 500).Select(_ => Called(Ended(TicketState.Served), -60)), Ended(TicketState.Left)]).AnsweredShare);

    [Fact]
    public void A_call_back_is_due_at_its_turn_and_late_when_its_promise_has_passed()
    {
        var late = Call();
        (late.NotBefore, late.NotAfter) = (Now.AddHours(-2), Now.AddHours(-1));
        var window = Call();
        (window.NotBefore, window.NotAfter) = (Now.AddHours(1), Now.AddHours(2));
        var (again, forgotten) = (Call(TicketState.Held), Call(TicketState.Held));
        (again.HeldUntil, forgotten.HeldUntil) = (Now.AddMinutes(-5), Now.AddMinutes(-16)); // "at about": a quarter of an hour

        var line = Of(Call(), late, window, again, forgotten, Call(TicketState.Serving));

        Assert.Equal((2, 2, 1), (line.CallBacksDue, line.CallBacksLate, line.Later));
        Assert.Equal(4, line.Waiting);
    }

    [Fact]
    public void Who_is_away_at_their_turn_is_not_waiting_for_us()
    {
        var away = Ticket(TicketState.Held);
        away.HeldUntil = Now.AddMinutes(-1);

        Assert.Equal((0, 1, 0), (Of(away).Waiting, Of(away).Away, Of(away).Later));
    }

    private static BoardLine Of(params Ticket[] tickets) => BoardLine.Of(tickets, new HashSet<Id<Ticket>>(), Today, Now);

    private static Ticket Ended(TicketState state)
    {
        var ticket = Ticket(state);
        ticket.EndedAt = Now.AddMinutes(-1);
        return ticket;
    }

    private static Ticket Called(Ticket ticket, int minutes)
    {
        ticket.FirstCalledAt = ticket.CalledAt = Now.AddMinutes(minutes);
        return ticket;
    }

    private static Ticket Call(TicketState state = TicketState.Waiting)
    {
        var ticket = Ticket(state);
        (ticket.Through, ticket.Phone) = (Through.Call, "+81312345678");
        return ticket;
    }

    private static Ticket Ticket(TicketState state = TicketState.Waiting, int joined = -180) => new()
    {
        Id = Id<Ticket>.New(), DeskId = Id<Desk>.New(), CaseId = Id<Case>.New(), Number = 1, Through = Through.Chat, Language = "ja", State = state, JoinedAt = Now.AddMinutes(joined), Rank = Now.AddMinutes(joined), Seq = 1,
    };
}
