using Madoguchi.Articles;
using Madoguchi.Cases.Wording;
using Madoguchi.Storage;

namespace Madoguchi.Inbox.HoldingBack;

public static class ProofNeededMapping
{
    extension(Db db)
    {
        /// <summary>Nothing when the words were not held back for want of proof.</summary>
        public async Task<ProofNeeded?> Needed(Hold hold, SaidBeside beside, CancellationToken ct) =>
            hold.Unproven is not { } why ? null : new(why, why.Held.Disputed ? [] : await db.ArticlesWith(null, ct), beside.LacksReason);
    }
}
