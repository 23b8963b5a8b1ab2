using Madoguchi.Cases;
using Madoguchi.ProductLog;
using Madoguchi.ProductLog.Reading;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Proving;

public static class LogGlanceMapping
{
    private const int Few = 3;

    extension(Db db)
    {
        /// <summary>Null while no product has ever said anything.</summary>
        public async Task<LogGlance?> LogGlance(Case theCase, CancellationToken ct)
        {
            if (!await db.ProductEvents.AnyAsync(ct))
                return null;
            var span = ProofSpan.Of(theCase.OpenedAt, null, null);
            var log = await db.LogOf(theCase, span.From, span.To, ct, Few, newest: true);
            return new(log.Count, log.Events, log.Ties.Any(t => t.Proven));
        }
    }
}
