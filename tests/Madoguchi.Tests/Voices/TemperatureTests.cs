using Madoguchi.Voices.Warming;

namespace Madoguchi.Tests.Voices;

/// <summary>The temperature is one pure function: what it promises holds for whatever is thrown at it.</summary>
public sealed class TemperatureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0, 0, 9.1)]
    [InlineData(1, 0, 1, 16.7)]
    [InlineData(10, 0, 0, 50)]
    [InlineData(60, 0, 0.2, 87.8)]
    [InlineData(10, 28, 0, 25)]
    [InlineData(1000, 0, 0, 99)]
    [InlineData(10, 3650, 1, 0)]
    public void The_table_of_the_manual_is_right(int customers, int days, double intensity, double degrees) =>
        Assert.Equal(degrees, Temperature.Of(Enumerable.Range(0, customers).Select(_ => One(days, intensity)), Now));

    [Fact]
    public void One_more_case_never_cools_it_and_it_stays_between_0_and_100()
    {
        var chance = new Random(6);
        for (var round = 0; round < 300; round++)
        {
            List<Said> said = [.. Enumerable.Range(0, chance.Next(60)).Select(_ => Any(chance, 5))];
            var before = Temperature.Of(said, Now);
            said.Add(Any(chance, 5));
            var after = Temperature.Of(said, Now);

            Assert.InRange(after, before, 100);
        }
    }

    [Fact]
    public void Time_alone_never_warms_it_and_what_is_older_calmer_or_of_one_person_is_cooler()
    {
        var chance = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            List<Said> said = [.. Enumerable.Range(0, 1 + chance.Next(40)).Select(_ => Any(chance, 8))];
            var warm = Temperature.Of(said, Now);

            Assert.True(Temperature.Of(said, Now.AddHours(chance.Next(1, 1000))) <= warm);
            Assert.True(Temperature.Of(said.Select(s => s with { At = s.At.AddDays(-1) }), Now) <= warm);
            Assert.True(Temperature.Of(said.Select(s => s with { Intensity = s.Intensity / 2 }), Now) <= warm);
            Assert.True(Temperature.Of(said.Select(s => s with { Customer = Guid.Empty }), Now) <= warm);
            Assert.Equal(warm, Temperature.Of(said.OrderBy(_ => chance.Next()), Now)); // whatever their order
        }
    }

    [Fact]
    public void What_rises_has_a_trend_upwards_and_what_is_over_one_downwards()
    {
        Assert.Equal(0, Temperature.Trend([], Now));
        Assert.True(Temperature.Trend([One(0, 0), One(1, 0)], Now) > 0);
        Assert.True(Temperature.Trend([.. Enumerable.Range(8, 10).Select(d => One(d, 0.5))], Now) < 0);
    }

    [Fact]
    public void Added_up_by_days_it_is_the_same_now_and_on_each_day_before()
    {
        var chance = new Random(8);
        for (var round = 0; round < 100; round++)
        {
            List<Said> said = [.. Enumerable.Range(0, 1 + chance.Next(60)).Select(_ => Any(chance, 12))];
            var heat = new Heat([.. said.GroupBy(s => s.Customer).SelectMany(own => own.OrderBy(s => s.At).ToList() is var cases ? cases.Zip(Temperature.Added(cases)) : []).GroupBy(s => Math.Min(Heat.Oldest, (int)(Now - s.First.At).TotalDays))
                .Select(g => new HeatDay(g.Key, g.Count(), g.Count(s => s.Second.Turn == 0), 0, g.Sum(s => Temperature.Faded(s.Second.Slow, (Now - s.First.At).TotalDays, Temperature.HalfLifeDays)),
                    g.Sum(s => Temperature.Faded(s.Second.Fast, (Now - s.First.At).TotalDays, Temperature.SurgeDays)), g.Sum(s => Math.Pow(0.25, s.Second.Turn)), g.Sum(s => s.Second.Loud), g.Max(s => s.First.At)))]);

            Assert.Equal((said.Count, said.Select(s => s.Customer).Distinct().Count(), said.Max(s => s.At)), (heat.Warmth.Cases, heat.Warmth.Customers, heat.Warmth.LastAt!.Value));
            Assert.Equal(Temperature.Trend(said, Now), heat.Warmth.Trend, 0.11);
            Assert.All(Enumerable.Range(0, Heat.Oldest + 1), day => Assert.Equal(Temperature.Before(said, Now.AddDays(-day)), heat.Course[Heat.Oldest - day], 0.11));
            Assert.True(heat.Parts is { Again: >= 0, Hot: >= 0, Age: <= 0 } parts && parts.Degrees == heat.Warmth.Degrees);
        }
    }

    private static Said One(int days, double intensity) => new(Guid.NewGuid(), Now.AddDays(-days), intensity);

    private static Said Any(Random chance, int customers) => new(new Guid(chance.Next(customers), 0, 0, new byte[8]), Now.AddHours(-chance.Next(3000)), chance.NextDouble());
}
