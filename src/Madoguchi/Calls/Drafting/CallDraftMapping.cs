using System.Text.Json;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Calls.Drafting;

public static class CallDraftMapping
{
    extension(Db db)
    {
        public DbSet<CallDraft> CallDrafts => db.Set<CallDraft>();

        public async Task<KeptCall> CallDraftOf(CurrentAgent agent, CancellationToken ct)
        {
            var me = agent.Id;
            return await db.CallDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AgentId == me, ct) is { } draft ? new(Read(draft), draft.At) : new(new HalfTaken());
        }

        /// <summary>In place of the one before; nothing written is nothing to keep.</summary>
        public async Task<KeptCall> KeepCall(CurrentAgent agent, HalfTaken typed, DateTimeOffset now)
        {
            if (typed.IsEmpty)
                await db.ForgetCall(agent);
            else
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into call_drafts ("AgentId", "Typed", "At") values ({agent.Id.Value}, {JsonSerializer.Serialize(typed, Json.Options)}, {db.Stored(now)})
                    on conflict ("AgentId") do update set "Typed" = excluded."Typed", "At" = excluded."At"
                    """, CancellationToken.None);
            }

            return new(typed, now);
        }

        public Task ForgetCall(CurrentAgent agent) => db.Database.ExecuteSqlAsync($"""delete from call_drafts where "AgentId" = {agent.Id.Value}""", CancellationToken.None);

        /// <summary>What was written down is no draft any more, nor an earlier stage of it. What reads otherwise is another call, and stays.</summary>
        internal async Task ForgetTaken(CurrentAgent agent, string text)
        {
            var me = agent.Id;
            if (await db.CallDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AgentId == me, CancellationToken.None) is { } draft
                && PlainText.Clean(text).StartsWith(PlainText.Clean(Read(draft).Text ?? ""), StringComparison.Ordinal))
                await db.ForgetCall(agent);
        }
    }

    private static HalfTaken Read(CallDraft draft) => JsonSerializer.Deserialize<HalfTaken>(draft.Typed, Json.Kept)!; // only ever written from one

    private sealed class Mapping : IEntityTypeConfiguration<CallDraft>
    {
        public void Configure(EntityTypeBuilder<CallDraft> builder)
        {
            builder.ToTable("call_drafts").HasKey(d => d.AgentId);
            builder.Property(d => d.AgentId).ValueGeneratedNever();
        }
    }
}
