using System.Text.Json;
using Madoguchi.Cases.Timeline;

namespace Madoguchi.Reports.Counting;

public sealed partial class Reckoning
{
    private IEnumerable<CountedBreak> Breaks()
    {
        var breaks = entries.Where(e => e.Kind == "brokenOff").ToList();
        foreach (var (entry, i) in breaks.Select((e, i) => (e, i)))
        {
            var next = i + 1 < breaks.Count ? breaks[i + 1].Number : int.MaxValue;
            var after = entries.Where(e => e.Number > entry.Number && e.Number < next).ToList();
            yield return new CountedBreak
            {
                CaseId = theCase.Id, Entry = entry.Number, Second = Second(entry), Desk = DeskAt(entry), How = JsonElement.Parse(entry.Body).GetProperty("how").GetString() ?? "",
                FollowedUp = after.Exists(e => e.Kind == "followedUp"), Ending = End(after), Solved = Solved() is { } solved && solved.Number > entry.Number,
            };
        }
    }

    private static Ending End(List<Entry> after)
    {
        var tap = after.LastOrDefault(e => e.Kind == "followUpAnswered");
        var spoke = after.Exists(e => Entry.IsOfCustomer(e.Role, e.Kind) && e.Kind != "followUpAnswered");
        return tap is null ? spoke ? Ending.Back : Ending.Silent : JsonElement.Parse(tap.Body).GetProperty("answer").GetString() switch
        {
            "solvedMyself" => Ending.SolvedMyself,
            "noLongerNeeded" => Ending.NoLongerNeeded,
            _ => Ending.Stuck,
        };
    }
}
