using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases;

public sealed partial class Case
{
    /// <summary>What the house calls the case. What is null stays; an empty product or problem is taken away. The entry says only what changed.</summary>
    public Result<IReadOnlyList<Happening>, DeskRefusal> Describe(Described words, CurrentAgent agent)
    {
        if (!agent.WorksAt(DeskId))
            return DeskRefusal.WithAnotherDesk;

        var changed = new Described(
            Changed(words.Subject, Subject), Changed(words.Product, Product ?? ""), Changed(words.Problem, Problem ?? ""), Changed(words.Language, Language));
        if (changed == new Described(null, null, null, null))
            return Array.Empty<Happening>();

        Subject = changed.Subject ?? Subject;
        Product = changed.Product is { } product ? product.Length == 0 ? null : product : Product;
        Problem = changed.Problem is { } problem ? problem.Length == 0 ? null : problem : Problem;
        Language = changed.Language ?? Language;
        return new Happening[] { changed };

        static string? Changed(string? asked, string now) => asked == now ? null : asked;
    }
}
