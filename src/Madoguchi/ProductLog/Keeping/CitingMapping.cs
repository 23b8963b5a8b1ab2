using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.ProductLog.Keeping;

public static class CitingMapping
{
    extension(Db db)
    {
        /// <summary>Something rests on these events: they stay for good. How many of them are still there. Only inside <see cref="Writes"/>.</summary>
        public Task<int> Cite(IReadOnlyCollection<Id<ProductEvent>> events) =>
            db.ProductEvents.Where(e => events.Contains(e.Id)).ExecuteUpdateAsync(e => e.SetProperty(x => x.Cited, true), CancellationToken.None);
    }
}
