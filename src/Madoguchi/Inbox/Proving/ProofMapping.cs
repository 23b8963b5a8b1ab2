using Madoguchi.Campaigns.Finding;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Inbox.Concluding;
using Madoguchi.Inbox.Escalating;
using Madoguchi.Inbox.Evidencing;
using Madoguchi.Remedies.Granting;
using Madoguchi.Rules.Broken;
using Madoguchi.Storage;

namespace Madoguchi.Inbox.Proving;

public static class ProofMapping
{
    extension(Db db)
    {
        /// <summary>The caller has found the case by a scope of its own.</summary>
        public async Task<CaseProof> ProofOf(Case theCase, CurrentAgent me, CancellationToken ct) => new()
        {
            Breaks = await db.BreaksOf(theCase, ct),
            Log = await db.LogGlance(theCase, ct),
            Found = await db.FoundOut(theCase, ct),
            Question = await db.QuestionOf(theCase, me, ct),
            Remedies = await db.GrantsOf(theCase.Id, ct),
            Evidence = await db.NewestEvidence(theCase.Id, ct),
            Registrations = await db.RegistrationsOf(theCase, ct),
        };
    }
}
