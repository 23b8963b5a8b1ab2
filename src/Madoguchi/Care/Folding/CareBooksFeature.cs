using Madoguchi.Care.Recognizing;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Folding;

/// <summary>The lists that hold now, kept at hand: every word of a customer is read by them.</summary>
public sealed class CareBooks(TimeProvider clock)
{
    // Another node may have changed them.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private volatile Kept kept = new(CareBook.BuiltIn, "", DateTimeOffset.MinValue);

    public CareBook Now => kept.Book;

    public async Task<CareBook> Of(Db db)
    {
        var (now, last) = (clock.Now, kept);
        if (now - last.At < Fresh && now >= last.At)
            return last.Book;
        var lists = await db.CareLists.AsNoTracking().ToListAsync(CancellationToken.None);
        var threshold = (await db.CareSettings(CancellationToken.None)).Threshold;
        var sign = string.Join('\n', lists.OrderBy(l => l.Kind).ThenBy(l => l.Language, StringComparer.Ordinal).SelectMany(l => l.Lines.Prepend($"# {l.Kind} {l.Language}"))) + threshold;
        var book = sign == last.Sign && last.At != DateTimeOffset.MinValue ? last.Book
            : lists.Count == 0 && threshold == CareBook.BuiltIn.Threshold ? CareBook.BuiltIn
            : new CareBook((kind, language) => lists.FirstOrDefault(l => l.Kind == kind && l.Language == language)?.Lines ?? BuiltInCare.Of(kind, language), threshold);
        kept = new(book, sign, now);
        return book;
    }

    /// <summary>They were changed here.</summary>
    public void Forget() => kept = kept with { At = DateTimeOffset.MinValue, Sign = "\0" };

    private sealed record Kept(CareBook Book, string Sign, DateTimeOffset At);
}
