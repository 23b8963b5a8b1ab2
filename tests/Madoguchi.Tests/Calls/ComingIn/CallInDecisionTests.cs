using Madoguchi.Calls.ComingIn;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Calls.ComingIn;

public sealed class CallInDecisionTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(CallState.Ringing, 0, CallState.Missed, 25, true)]
    [InlineData(CallState.Ringing, 0, CallState.Answered, 5, true)]
    [InlineData(CallState.Missed, 25, CallState.Ringing, 0, true)] // came late
    [InlineData(CallState.Missed, 0, CallState.Answered, 0, true)] // missed at one telephone, answered at another
    [InlineData(CallState.Missed, 0, CallState.Missed, 60, false)]
    [InlineData(CallState.Missed, 0, CallState.Ringing, 20, false)] // they call again
    [InlineData(CallState.Ringing, 0, CallState.Missed, 3600, false)]
    [InlineData(CallState.Ringing, 0, CallState.Ringing, 30, false)]
    public void Two_reports_are_one_call_when_they_can_be_its_two_ends(CallState first, int at, CallState second, int later, bool same) =>
        Assert.Equal(same, CallIn.Of(Id<CallIn>.New(), Report(first, at), Id<Desk>.New(), "+819012345678").IsMeantBy(Report(second, later)));

    [Fact]
    public void What_ended_stays_ended_and_answered_goes_before_missed()
    {
        var call = CallIn.Of(Id<CallIn>.New(), Report(CallState.Missed, 25), Id<Desk>.New(), "");

        Assert.False(call.Take(Report(CallState.Missed, 25)));
        Assert.False(call.Take(Report(CallState.Ringing, 0)));
        Assert.True(call.Take(Report(CallState.Answered, 26)));
        Assert.False(call.Take(Report(CallState.Missed, 26)));
        Assert.Equal((CallState.Answered, Nine, true), (call.State, call.At, call.Rang));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Anonymous")]
    [InlineData("非通知")]
    public void A_number_may_be_withheld(string? from)
    {
        var report = new CallReport("account", Nine, CallState.Missed, from);

        Assert.Null(report.Number);
        Assert.Empty(report.Errors());
    }

    private static CallReport Report(CallState state, int seconds) => new("account", Nine.AddSeconds(seconds), state, "090-1234-5678");
}
