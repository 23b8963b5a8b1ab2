using System.Text.RegularExpressions;

namespace Madoguchi.Tests.Architecture;

/// <summary>The map of the house: who may name whom. A new room gets a line here; a new arrow is a decision, not an accident.
/// A room's own parts (Cases/Messaging and so on) talk freely with each other.</summary>
public sealed partial class RoomTests
{
    private static readonly Dictionary<string, string[]> MayName = new()
    {
        // The ground. Shared knows no word of the trade; Storage knows no noun.
        ["Shared"] = [],
        ["Storage"] = ["Shared"],

        // The nouns, each on the shoulders of those before it.
        ["Customers"] = ["Storage", "Shared"],
        ["Desks"] = ["Storage", "Shared"],
        ["Articles"] = ["Desks", "Storage", "Shared"],
        ["Cases"] = ["Articles", "Desks", "Customers", "Storage", "Shared"],
        ["Notices"] = ["Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Handovers"] = ["Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Cards"] = ["Handovers", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],

        // Who is at the door: an agent with a key or a password, a customer with the token of one case.
        ["SignIn"] = ["Cases", "Desks", "Customers", "Storage", "Shared"],

        // They follow the record and own nothing else.
        ["Search"] = ["Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Reports"] = ["Learning", "Care", "Trackers", "Voices", "Incidents", "Thanks", "Guides", "Campaigns", "Rules", "Remedies", "Findings", "ProductLog", "Evidence", "Line", "Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],

        // Channels know cases; cases know no channel.
        ["Mail"] = ["SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Calls"] = ["Line", "Mail", "SignIn", "Cards", "Handovers", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["BrokenOff"] = ["Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],

        // Help by waiting your turn, by walking through it together, and what is said afterwards.
        ["Line"] = ["Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Guides"] = ["SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Thanks"] = ["BrokenOff", "Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],

        // What really happened: what the customer has, what the products say, what follows from it; and registrations done right.
        ["Evidence"] = ["Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["ProductLog"] = ["SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Remedies"] = ["Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Rules"] = ["Remedies", "ProductLog", "Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Findings"] = ["Rules", "Remedies", "Evidence", "ProductLog", "Mail", "SignIn", "Handovers", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Campaigns"] = ["Remedies", "ProductLog", "Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],

        // The fire brigade and the loudspeaker: what many suffer from at once, what customers say and what becomes of it, who looks after the agents, what is learned.
        ["Incidents"] = ["Rules", "Remedies", "ProductLog", "Line", "Calls", "Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Voices"] = ["Incidents", "Guides", "Articles", "Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Trackers"] = ["Voices", "Calls", "Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Care"] = ["Thanks", "Line", "Calls", "Mail", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Learning"] = ["Voices", "Articles", "Guides", "Search", "SignIn", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],

        // What people see.
        ["Inbox"] = ["Learning", "Care", "Trackers", "Voices", "Incidents", "Campaigns", "Findings", "Rules", "Remedies", "ProductLog", "Evidence", "Articles", "Thanks", "Guides", "Line", "BrokenOff", "Calls", "Mail", "Search", "Reports", "SignIn", "Cards", "Handovers", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
        ["Chat"] = ["Learning", "Care", "Trackers", "Voices", "Incidents", "Campaigns", "Findings", "Rules", "Remedies", "ProductLog", "Evidence", "Thanks", "Guides", "Line", "BrokenOff", "Mail", "SignIn", "Cards", "Handovers", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],

        // First run, demo, health: it furnishes every room.
        ["Setup"] = ["Chat", "Inbox", "Learning", "Care", "Trackers", "Voices", "Incidents", "Campaigns", "Findings", "Rules", "Remedies", "ProductLog", "Evidence", "Articles", "Thanks", "Guides", "Line", "BrokenOff", "Calls", "Mail", "Search", "Reports", "SignIn", "Cards", "Handovers", "Notices", "Cases", "Desks", "Customers", "Storage", "Shared"],
    };

    private static IEnumerable<string> Rooms => Sources.Product.Where(f => f.Room is not (null or "Properties" or "wwwroot")).Select(f => f.Room!).Distinct(); // filtered: not null

    [Fact]
    public void Every_room_is_on_the_map()
    {
        Assert.NotEmpty(Rooms);
        Sources.None(Rooms.Except(MayName.Keys));
    }

    [Fact]
    public void A_room_names_only_those_that_the_map_allows()
    {
        var strays =
            from file in Sources.Product
            let allowed = MayName.GetValueOrDefault(file.Room ?? "")
            where allowed is not null
            from named in Named(file)
            where named != file.Room && !allowed.Contains(named)
            select $"{file.Path} names {named}";

        Sources.None(strays);
    }

    [Fact]
    public void The_map_has_no_circles()
    {
        // Take away, again and again, the rooms that name nobody who is left: a circle would stay.
        var left = MayName.ToDictionary(r => r.Key, r => r.Value.ToHashSet());
        while (left.Where(r => !r.Value.Overlaps(left.Keys)).Select(r => r.Key).ToArray() is { Length: > 0 } free)
        {
            foreach (var room in free)
                left.Remove(room);
        }

        Assert.Empty(left.Keys);
    }

    [Fact]
    public void The_reader_of_names_sees_a_using_and_a_full_name()
    {
        var file = new SourceFile("src/Madoguchi/Shared/X.cs", "using Madoguchi.Cases;\nMadoguchi.Desks.Desk d; Handovers.Brief b; // Madoguchi.Chat\nx.Inbox.Y();");

        Assert.Equal(["Cases", "Desks", "Handovers"], Named(file).Order());
    }

    // "using Madoguchi.Cases", "Madoguchi.Cases.Case", and from inside our own namespace "Cases.Case".
    private static IEnumerable<string> Named(SourceFile file) =>
        Full().Matches(file.Code).Select(m => m.Groups[1].Value)
            .Concat(file.Path.EndsWith(".cs", StringComparison.Ordinal) ? Short().Matches(file.Code).Select(m => m.Groups[1].Value).Where(MayName.ContainsKey) : [])
            .Distinct();

    [GeneratedRegex(@"\bMadoguchi\.(\w+)")]
    private static partial Regex Full();

    [GeneratedRegex(@"(?<![\w.>\]\)])(\w+)\.[A-Z]\w*\s*(?:[\w{]|<\w)")]
    private static partial Regex Short();
}
