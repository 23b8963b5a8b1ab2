using Madoguchi.Articles;
using Madoguchi.Cases;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Voices.Deciding;

namespace Madoguchi.Inbox.HoldingBack;

public static class ProofNeededMapping
{
    extension(Db db)
    {
        /// <summary>Nothing when the words were not held back for want of proof.</summary>
        public async Task<ProofNeeded?> Needed(Hold hold, SaidBeside beside, CancellationToken ct) =>
            hold.Unproven is not { } why ? null : new(why, why.Held.Disputed ? [] : await db.ArticlesWith(null, ct), beside.LacksReason);

        /// <summary>One tap: what it rests on is said, too, unless the agent has said it already.</summary>
        public async Task<string> WithDecided(Id<Case> id, string text, SaidBeside beside, CancellationToken ct)
        {
            foreach (var voice in beside.Voices)
            {
                if (await db.WordsDecided(new(voice), id, ct) is { } words && !text.Contains(words, StringComparison.Ordinal) && text.Length + words.Length + 2 <= PlainText.Story)
                    text = $"{text.TrimEnd()}\n\n{words}";
            }

            return text;
        }
    }
}
