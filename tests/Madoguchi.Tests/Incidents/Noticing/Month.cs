using Madoguchi.Cases;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Incidents.Noticing;

/// <param name="Size">So many contacts with one new error text, in ten minutes.</param>
/// <param name="Seconds">From the first of them to the proposal, of those that were noticed, in order.</param>
public sealed record Noticed(int Size, int Tried, IReadOnlyList<double> Seconds)
{
    public double Median => Seconds.Count == 0 ? double.NaN : Seconds[Seconds.Count / 2];
}

public sealed record MonthSeen(int Contacts, int Looks, IReadOnlyList<Jump> FalseAlarms, IReadOnlyList<Noticed> Noticed);

/// <summary>A house for weeks on end: busy days, quiet nights and weekends, days that differ for no reason, products and problems of very different size,
/// error texts with a long tail of which some are heard of for the first time. Nothing is broken, but for what is put in.</summary>
public sealed class Month
{
    private const int History = 28;
    private static readonly DateTimeOffset Begin = new(2026, 9, 6, 15, 0, 0, TimeSpan.Zero); // a Monday's midnight in Tokyo
    private readonly Random chance;
    private readonly List<Told> contacts = [];
    private readonly int days;

    /// <param name="busiest">Contacts in a weekday's busiest hour.</param>
    public Month(int seed, int days = 30, double busiest = 40)
    {
        (chance, this.days) = (new(seed), days);
        string[] texts = [.. Enumerable.Range(0, 120).Select(i => string.Concat(Enumerable.Range(0, 16).Select(_ => (char)('ァ' + chance.Next(80)))))];
        for (var day = 0; day < History + days; day++)
        {
            var today = Math.Exp((chance.NextDouble() + chance.NextDouble() + chance.NextDouble() - 1.5) * 0.4);
            for (var hour = 0; hour < 24; hour++)
            {
                var rate = busiest * today * (day % 7 >= 5 ? 0.4 : 1) * (0.05 + 0.95 * Math.Max(0, Math.Sin((hour - 7) * Math.PI / 15)));
                for (var n = Poisson(rate); n > 0; n--)
                    contacts.Add(Ordinary(Begin.AddDays(day).AddHours(hour).AddSeconds(chance.NextDouble() * 3600), texts));
            }
        }

        contacts.Sort((a, b) => a.At.CompareTo(b.At));
    }

    /// <param name="everyMinutes">How often is looked; the product looks seconds after each contact.</param>
    /// <param name="tries">So many jumps of each size, at moments spread over the month.</param>
    public MonthSeen Watch(int everyMinutes, int tries, FalseAlarms chosen, params int[] sizes)
    {
        var (start, end) = (Begin.AddDays(History), Begin.AddDays(History + days));
        var (counted, all, keys) = (0, new Dictionary<long, int>(), new Dictionary<JumpKey, Dictionary<long, int>>());
        var (alarms, explained, looks, past, like) = (new List<Jump>(), new HashSet<Told>(), 0, Past.Empty, (IReadOnlyList<Told>)[]);
        var times = sizes.ToDictionary(s => s, _ => new List<double>());
        var moments = Enumerable.Range(0, tries).Select(i => start.AddDays((i + 0.5) * (days - 1) / tries).AddMinutes(chance.Next(-600, 600))).ToList();
        var (from, to) = (0, 0);
        for (var now = start; now < end; now = now.AddMinutes(everyMinutes))
        {
            var until = now.ToUnixTimeSeconds() / 3600 - 2;
            for (; counted < contacts.Count && contacts[counted].At.ToUnixTimeSeconds() / 3600 < until; counted++)
                Count(contacts[counted], all, keys);
            if (until != past.Until)
                (past, like) = (new(new Dictionary<long, int>(all), keys, until, keys.Count), Like(now));
            var before = to;
            while (to < contacts.Count && contacts[to].At <= now)
                to++;
            while (contacts[from].At <= now.AddMinutes(-180))
                from++;
            var window = contacts[from..to].Where(c => !explained.Contains(c)).ToList();
            foreach (var moment in moments.Where(m => m > now.AddMinutes(-everyMinutes) && m <= now))
            {
                foreach (var size in sizes)
                {
                    if (Time(size, now, window, to, past, like, chosen) is { } seconds)
                        times[size].Add(seconds);
                }
            }

            if (to == before)
                continue;
            looks++;
            foreach (var jump in Looking.At(now, window, past, like, chosen))
            {
                alarms.Add(jump);
                explained.UnionWith(jump.Cases);
            }
        }

        return new(contacts.Count, looks, alarms, [.. sizes.Select(s => new Noticed(s, tries, [.. times[s].Order()]))]);
    }

    // Looked after each of them, until there is a proposal that has nothing else in it.
    private double? Time(int size, DateTimeOffset now, List<Told> window, int next, Past past, IReadOnlyList<Told> like, FalseAlarms chosen)
    {
        var broken = Enumerable.Range(0, size).Select(_ => now.AddSeconds(chance.NextDouble() * 600)).Order().Select((at, i) => Told(at, $"困っています{i}", "product 1", "problem 2", $"the node {i} of this new release is gone")).ToList();
        for (var i = 0; i < broken.Count; i++)
        {
            var at = broken[i].At;
            var seen = window.Concat(contacts.Skip(next).TakeWhile(c => c.At <= at)).Concat(broken.Take(i + 1)).ToList();
            if (Looking.At(at, seen, past, like, chosen).Any(j => j.Cases.All(broken.Contains)))
                return (at - broken[0].At).TotalSeconds;
        }

        return null;
    }

    private Told Ordinary(DateTimeOffset at, string[] texts)
    {
        var error = chance.NextDouble() switch { < 0.65 => null, < 0.95 => $"known error number {Letters(Zipf(300))}", _ => $"seen once {Letters(chance.Next(1_000_000))}" };
        var text = chance.Next(2) == 0 ? texts[Zipf(texts.Length)] + $" {chance.Next(1000)}" : string.Concat(Enumerable.Range(0, 20).Select(_ => (char)('一' + chance.Next(3000))));
        return Told(at, text, $"product {Zipf(5)}", chance.Next(3) == 0 ? null : $"problem {Zipf(12)}", error);
    }

    private static Told Told(DateTimeOffset at, string text, string product, string? problem, string? error) => Madoguchi.Incidents.Noticing.Jumps.Told.Of(
        new() { CaseId = Id<Case>.New(), At = at, Product = product, Problem = problem, ErrorText = ErrorText.Fold(error), Exact = ErrorText.Exact(error), Sketch = Sketch.Of(text)?.ToString() ?? "" });

    private IReadOnlyList<Told> Like(DateTimeOffset now) =>
        [.. ((int[])[1, 7, 14, 21, 28]).SelectMany(d => contacts.Where(c => c.At > now.AddDays(-d).AddHours(-2) && c.At < now.AddDays(-d).AddHours(1) && c.ErrorText is null))];

    private static void Count(Told told, Dictionary<long, int> all, Dictionary<JumpKey, Dictionary<long, int>> keys)
    {
        var hour = told.At.ToUnixTimeSeconds() / 3600;
        all[hour] = all.GetValueOrDefault(hour) + 1;
        foreach (var kind in Enum.GetValues<JumpKind>())
        {
            if (told.By(kind) is not { } text)
                continue;
            if (!keys.TryGetValue(new(kind, text), out var hours))
                keys[new(kind, text)] = hours = [];
            hours[hour] = hours.GetValueOrDefault(hour) + 1;
        }
    }

    private int Zipf(int many) => (int)(Math.Pow(many + 1, chance.NextDouble()) - 1);

    private static string Letters(int number) => new([.. $"{number}".Select(c => (char)(c - '0' + 'a'))]);

    private int Poisson(double mean)
    {
        var (count, left) = (0, Math.Exp(-mean));
        for (var product = chance.NextDouble(); product > left; product *= chance.NextDouble())
            count++;
        return count;
    }
}
