using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Rules.Checking;

namespace Madoguchi.Tests.Rules.Checking;

/// <summary>Random streams: out of order, late, twice, with the clock going on between them. After each arrival the incremental check says what a look at
/// everything would say.</summary>
public sealed class StreamTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 23, 41, 0, TimeSpan.Zero);
    private static readonly TimeSpan Microsecond = TimeSpan.FromTicks(10);

    /// <param name="Seconds">When it happened.</param>
    /// <param name="Tick">How long the clock goes on before it arrives.</param>
    /// <param name="Again">It repeats the one that arrived so many before, when not zero.</param>
    private sealed record Arrival(bool IsThen, int Seconds, int Tick, int Again, int Order);

    // Few different times, so that equal ones, exactly T and every order come often.
    private static Gen<(Terms Terms, List<Arrival> Stream)> Streams(RuleKind kind) =>
        from within in Gen.Choose(0, 8)
        from stream in Gen.ListOf(from then in Gen.Elements(false, true)
                                  from at in Gen.Choose(0, 30)
                                  from tick in Gen.Elements(0, 0, 0, 1, 1, 5, 12)
                                  from again in Gen.Elements(0, 0, 0, 0, 1, 3)
                                  from order in Gen.Choose(0, 1 << 20)
                                  select new Arrival(then, at, tick, again, order))
        select (new Terms(kind, TimeSpan.FromSeconds(within)), stream.ToList());

    [Theory]
    [InlineData(RuleKind.FollowedBy)]
    [InlineData(RuleKind.NeverWithout)]
    [InlineData(RuleKind.AtMostOne)]
    public void After_each_arrival_the_check_says_what_a_look_at_everything_says(RuleKind kind) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Streams(kind).ToArbitrary(), one =>
        {
            var (now, state, seen) = (Start, RuleState.Empty, new List<Seen>());
            foreach (var arrival in one.Stream)
            {
                now += TimeSpan.FromSeconds(arrival.Tick);
                Assert.Equal(Naive.Broken(one.Terms, seen, now), state.Broken(one.Terms, now)); // time alone breaks it, too

                seen.Add(arrival.Again > 0 && arrival.Again <= seen.Count ? seen[^arrival.Again] : Event(arrival, seen.Count));
                state = RuleState.Read(state.With(one.Terms, [seen[^1]]).Write());

                Assert.Equal(Naive.Broken(one.Terms, seen, now), state.Broken(one.Terms, now));
                Assert.Equal(WouldBreak(one.Terms, seen, now), state.NextDue(one.Terms, now));
            }
        }));

    [Theory]
    [InlineData(RuleKind.FollowedBy)]
    [InlineData(RuleKind.NeverWithout)]
    [InlineData(RuleKind.AtMostOne)]
    public void In_any_order_and_in_batches_of_any_size_the_same_comes_out(RuleKind kind) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Streams(kind).ToArbitrary(), one =>
        {
            var (seen, now) = (one.Stream.Select(Event).ToList(), Start.AddSeconds(20));
            var shuffled = seen.Zip(one.Stream).OrderBy(e => e.Second.Order).Select(e => e.First).ToList();

            var batched = shuffled.Chunk(1 + one.Stream.Count % 5).Aggregate(RuleState.Empty, (state, batch) => state.With(one.Terms, batch));

            Assert.Equal(Naive.Broken(one.Terms, seen, now), batched.Broken(one.Terms, now));
            Assert.Equal(RuleState.Empty.With(one.Terms, seen).Write(), batched.With(one.Terms, shuffled).Write()); // all of it once more: nothing new
        }));

    private static Seen Event(Arrival arrival, int index) =>
        new(arrival.IsThen ? Part.Then : Part.When, Start.AddSeconds(arrival.Seconds), new Guid(index * 7919 % 1000, 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)index]));

    // The next moment at which time alone breaks what holds now.
    private static DateTimeOffset? WouldBreak(Terms terms, IReadOnlyList<Seen> seen, DateTimeOffset now)
    {
        if (Naive.Broken(terms, seen, now) is not null || Naive.Broken(terms, seen, now.AddDays(1)) is not { } later)
            return null;
        Assert.Null(Naive.Broken(terms, seen, later.Since));
        Assert.NotNull(Naive.Broken(terms, seen, later.Since + Microsecond));
        return later.Since;
    }
}
