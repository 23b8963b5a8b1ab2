using Madoguchi.Customers;
using Madoguchi.Incidents.Reviewing;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Incidents;

public sealed class LostTimeTests
{
    private static readonly DateTimeOffset Began = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Customer> Yamano = Id<Customer>.New();

    [Theory]
    [InlineData(10, null, null, null, 60, 50)] // from telling us to the resolution
    [InlineData(-30, null, null, null, 60, 60)] // told before it began: from the beginning
    [InlineData(10, null, true, 90, 60, 50)] // who reads our question later has not lost until then
    [InlineData(10, null, true, 40, 60, 30)] // their own yes before it
    [InlineData(10, null, true, 40, null, 30)] // or while it is open for others
    [InlineData(10, null, false, 70, 60, 110)] // no: it goes on until now
    [InlineData(10, 100, false, 70, 60, 90)] // no, and solved later
    [InlineData(10, 30, null, null, 60, 20)] // solved by other means before the resolution
    [InlineData(10, null, null, null, null, 110)] // still open
    [InlineData(70, null, null, null, 60, 0)] // came when it was over
    public void A_customers_time_runs_from_the_first_word_to_their_own_yes_or_the_resolution(int told, int? solved, bool? works, int? answered, int? resolved, int lost) =>
        Assert.Equal(lost, Lost([new(Yamano, At(told)!.Value, At(solved), works, At(answered))], resolved));

    [Theory]
    [InlineData(70, 90, 80)] // not over for them: until their own yes
    [InlineData(30, 90, 50)] // they had said no the time before: over with the last resolution
    public void Who_said_no_after_the_resolution_loses_until_they_say_yes(int saidNo, int yes, int lost) =>
        Assert.Equal(lost, Lost([new(Yamano, At(10)!.Value, null, true, At(yes), At(saidNo))], 60));

    [Fact]
    public void What_lies_between_two_cases_of_one_customer_is_not_lost() =>
        Assert.Equal(10 + 20, Lost([new(Yamano, At(5)!.Value, At(15), null, null), new(Yamano, At(40)!.Value, null, null, null)], 60));

    [Fact]
    public void Two_cases_of_one_customer_are_one_loss_and_two_customers_are_two() =>
        Assert.Equal(55 + 50, Lost([new(Yamano, At(5)!.Value, null, null, null), new(Yamano, At(20)!.Value, null, true, At(40)), new(Id<Customer>.New(), At(10)!.Value, null, null, null)], 60));

    [Fact]
    public void Only_what_lies_in_between_counts() =>
        Assert.Equal(30, LostTime.Of([new(Yamano, At(0)!.Value, null, null, null)], Began, At(60), At(10)!.Value, At(40)!.Value).TotalMinutes);

    private static double Lost(Hit[] hits, int? resolved) => LostTime.Of(hits, Began, At(resolved), DateTimeOffset.MinValue, At(120)!.Value).TotalMinutes;

    private static DateTimeOffset? At(int? minutes) => minutes is { } many ? Began.AddMinutes(many) : null;
}
