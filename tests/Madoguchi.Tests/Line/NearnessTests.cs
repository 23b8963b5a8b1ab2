using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Chat.Ticketing;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Line;

public sealed class NearnessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Who_went_away_is_told_when_two_are_before_them(int ahead, bool told)
    {
        var ticket = Waiting();
        ticket.TellNear = true;

        Assert.Equal(told, ticket.MustTell(ahead, Now));
        ticket.ToldNearAt = Now;
        Assert.False(ticket.MustTell(ahead, Now));
    }

    [Fact]
    public void Who_did_not_ask_or_is_called_by_telephone_is_not_written_to()
    {
        Assert.False(Waiting().MustTell(0, Now));
        var caller = Waiting();
        (caller.TellNear, caller.Through) = (true, Through.Call);
        Assert.False(caller.MustTell(0, Now));
    }

    [Fact]
    public void A_slip_of_the_finger_is_taken_back_for_ten_minutes_and_a_desk_s_word_is_not()
    {
        var ticket = Waiting();
        Assert.False(ticket.Leave(LineLeft.ByCustomer, Now).Refused(out _, out var left));

        Assert.True(ticket.MayTakeBack((LineLeft?)left, Now + Ticket.Regret));
        Assert.False(ticket.MayTakeBack((LineLeft?)left, Now + Ticket.Regret + TimeSpan.FromSeconds(1)));
        Assert.False(ticket.MayTakeBack(new LineLeft(ticket.Id.Value, 17, LineLeft.ByAgent), Now));
        Assert.False(ticket.MayTakeBack(new LineLeft(Guid.Empty, 17, LineLeft.ByCustomer), Now));

        ticket.TakeBackLeaving();
        Assert.Equal((TicketState.Waiting, (DateTimeOffset?)null), (ticket.State, ticket.EndedAt));
    }

    [Theory]
    [InlineData(240, 660, "4〜11分", "4–11 min", 15)]
    [InlineData(0, 50, "1分以内", "within a minute", 3)]
    [InlineData(20, 290, "5分以内", "within 5 min", 6)]
    [InlineData(300, 300, "およそ5分", "about 5 min", 6)]
    [InlineData(659, 661, "10〜12分", "10–12 min", 15)]
    public void A_wait_is_said_in_minutes_that_promise_neither_too_early_nor_too_late(int low, int high, string ja, string en, int full)
    {
        var range = WaitInMinutes.Of(new Wait(low, high));

        Assert.Equal((ja, en, full), (range.NameIn(Tongue.Japanese), range.NameIn(Tongue.English), range.Full));
        Assert.InRange(range.From, 0, 100);
        Assert.True(range.From + range.Length <= 104);
    }

    [Fact]
    public void Hours_are_told_by_the_clock()
    {
        Assert.False(WaitInMinutes.Of(new Wait(0, 180 * 60)).IsLong);
        Assert.True(WaitInMinutes.Of(new Wait(0, (180 * 60) + 1)).IsLong);
    }

    private static Ticket Waiting() => new()
    {
        Id = Id<Ticket>.New(), DeskId = Id<Desk>.New(), CaseId = Id<Case>.New(), Number = 17, Through = Through.Chat, Language = "ja", JoinedAt = Now, Rank = Now, Seq = 1,
    };
}
