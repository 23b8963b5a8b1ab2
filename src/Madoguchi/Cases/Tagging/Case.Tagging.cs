using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    /// <summary>All the words that the case is to carry, in place of those before; equal ones are one, however they are written.
    /// A word that is there already keeps its spelling.</summary>
    public Result<IReadOnlyList<Happening>, DeskRefusal> Tag(IReadOnlyList<string> words, CurrentAgent agent)
    {
        if (!agent.WorksAt(DeskId))
            return DeskRefusal.WithAnotherDesk;

        var wanted = words.DistinctBy(Folding.Fold).ToDictionary(Folding.Fold);
        var gone = Tags.Where(t => !wanted.ContainsKey(t.Folded)).ToList();
        var fresh = wanted.Where(w => Tags.All(t => t.Folded != w.Key)).ToList();
        if (gone.Count + fresh.Count == 0)
            return Array.Empty<Happening>();

        Tags.RemoveAll(gone.Contains);
        Tags.AddRange(fresh.Select(w => new CaseTag { CaseId = Id, Folded = w.Key, Word = w.Value }));
        return new Happening[] { new Tagged([.. fresh.Select(w => w.Value)], [.. gone.Select(t => t.Word)]) };
    }
}
