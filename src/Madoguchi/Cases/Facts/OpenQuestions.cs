using Madoguchi.Cases.Timeline;

namespace Madoguchi.Cases.Facts;

/// <param name="Entry">The entry that asked.</param>
/// <param name="Promise">The entry that promised to tell it later.</param>
public sealed record OpenQuestion(int Entry, string Key, string Label, string? Help, int? Promise = null);

/// <summary>What was asked on a case and is not told yet. A promise keeps a question open: only the fact answers it.</summary>
public static class OpenQuestions
{
    /// <summary>The kinds of entries that open and close a question.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["question", "fact", "factPromised"];

    /// <param name="entries">Oldest first; other kinds do no harm.</param>
    public static IReadOnlyDictionary<string, OpenQuestion> In(IEnumerable<Entry> entries)
    {
        var open = new Dictionary<string, OpenQuestion>();
        foreach (var entry in entries)
        {
            switch (entry.What)
            {
                case QuestionAsked asked:
                    open[asked.Fact] = new OpenQuestion(entry.Number, asked.Fact, asked.Label, asked.Help);
                    break;
                case FactPromised promised when open.TryGetValue(promised.Key, out var question):
                    open[promised.Key] = question with { Promise = entry.Number };
                    break;
                case FactTold told:
                    open.Remove(told.Key);
                    break;
            }
        }

        return open;
    }
}
