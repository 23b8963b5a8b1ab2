using System.Diagnostics;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Tests.Incidents.Noticing;

namespace Madoguchi.Bench;

/// <summary>Months with a daily and a weekly rhythm, looked at every minute: what was called a jump and is none, and how long jumps of 3, 10 and 60 contacts in ten minutes take to be noticed.</summary>
internal static class Noticing
{
    private const int Tries = 100;

    public static void Print()
    {
        Console.WriteLine($"{"month",-34}{"contacts",9}{"false alarms",14}{"3: median, last",20}{"10: median, last",20}{"60: median, last",20}{"a look",12}");
        foreach (var (busiest, chosen) in new[] { (4d, FalseAlarms.AQuarter), (40d, FalseAlarms.AQuarter), (40d, FalseAlarms.AMonth), (40d, FalseAlarms.AYear), (200d, FalseAlarms.AQuarter) })
        {
            var (month, begun) = (new Month(7, 30, busiest), Stopwatch.GetTimestamp());
            var quiet = month.Watch(1, 0, chosen);
            var look = Stopwatch.GetElapsedTime(begun).TotalMilliseconds / quiet.Looks;
            var jumps = new Month(8, 30, busiest).Watch(15, Tries, chosen, 3, 10, 60);
            Console.WriteLine($"{$"{busiest:0} in the busiest hour, {chosen}",-34}{quiet.Contacts,9}{quiet.FalseAlarms.Count,14}{string.Concat(jumps.Noticed.Select(n => $"{$"{n.Median:0} s, {(n.Seconds.Count == 0 ? 0 : n.Seconds[^1]):0} s ({n.Seconds.Count})",20}"))}{look,9:0.00} ms");
        }
    }
}
