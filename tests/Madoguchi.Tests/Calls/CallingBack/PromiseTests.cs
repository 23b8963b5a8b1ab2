using Madoguchi.Calls.CallingBack;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Calls.CallingBack;

public sealed class PromiseTests
{
    private static readonly DateTimeOffset Three = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_window_is_a_promise_that_is_told_of_before_it_breaks_and_once_when_it_has()
    {
        var ticket = Ticket(notBefore: Three.AddHours(-1), notAfter: Three);
        Assert.Equal(Three, Promise.Of(ticket));
        var promise = new Promise { Id = Promise.Of(ticket.Id), Until = Three };

        Assert.Null(promise.Watch(Three, Three.AddMinutes(-11)));
        Assert.False(promise.Watch(Three, Three.AddMinutes(-9)));
        Assert.Null(promise.Watch(Three, Three.AddMinutes(-5)));
        Assert.True(promise.Watch(Three, Three.AddMinutes(1)));
        Assert.Null(promise.Watch(Three, Three.AddMinutes(2)));
        Assert.False(promise.Watch(Three.AddHours(1), Three.AddMinutes(55))); // another time was chosen
    }

    [Fact]
    public void The_next_try_that_was_told_is_a_promise_and_an_estimate_is_none()
    {
        var ticket = Ticket();
        Assert.Null(Promise.Of(ticket));

        (ticket.State, ticket.HeldUntil) = (TicketState.Held, Three);
        Assert.Equal(Three.AddMinutes(15), Promise.Of(ticket));
        ticket.State = TicketState.Serving;
        Assert.Null(Promise.Of(ticket));
    }

    [Theory]
    [InlineData(0, null, null, CallBackDue.Now)]
    [InlineData(0, 30, 60, CallBackDue.Window)]
    [InlineData(31, 30, 60, CallBackDue.Now)]
    [InlineData(61, 30, 60, CallBackDue.Late)]
    [InlineData(0, 30, null, CallBackDue.Later)]
    public void A_call_back_is_listed_by_what_is_due(int minutes, int? from, int? until, CallBackDue due) => Assert.Equal(due,
        Promise.Due(Ticket(from is { } f ? Three.AddMinutes(f) : null, until is { } u ? Three.AddMinutes(u) : null), Three.AddMinutes(minutes)));

    private static Ticket Ticket(DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null) => new()
    {
        Id = Id<Ticket>.New(), DeskId = Id<Desk>.New(), CaseId = Id<Case>.New(), Number = 1, Through = Through.Call, Phone = "+819012345678", Language = "ja",
        JoinedAt = Three.AddHours(-2), Rank = Three.AddHours(-2), Seq = 1, NotBefore = notBefore, NotAfter = notAfter,
    };
}
