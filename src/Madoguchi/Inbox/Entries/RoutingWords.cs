using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Entries;

/// <summary>Why somebody is asked to take a turn, in words.</summary>
public static class RoutingWords
{
    public static string Of(IEnumerable<string> why, Tongue t) => string.Join(t["・", ", "], why.Select(w => Enum.TryParse<Reason>(w, out var reason) ? Of(reason, t) : w));

    private static string Of(Reason reason, Tongue t) => reason switch
    {
        Reason.WaitsLongest => t["いちばん長くお待ち", "waits longest"],
        Reason.MoreUrgent => t["お急ぎ", "urgent"],
        Reason.ChosenTime => t["お約束の時間", "at the time they chose"],
        Reason.SpeaksTheirLanguage => t["ことばが合う", "speaks their language"],
        Reason.NobodySpeaksIt => t["その言語の担当が今いない", "nobody on duty speaks their language"],
        Reason.KnowsThem => t["前にもお話しした", "has talked with them before"],
        Reason.KnowsTheProduct => t["この製品を解決したことがある", "has solved cases about this product"],
        Reason.OnlyOneFree => t["いま手が空いているのは一人", "the only one with room"],
        Reason.LeastToDo => t["受け持ちがいちばん少ない", "has least to do"],
        Reason.IdleLongest => t["いちばん長く手が空いている", "free for longest"],
        Reason.SharedOut => t["かたよらないように", "to share out the work"],
    };
}
