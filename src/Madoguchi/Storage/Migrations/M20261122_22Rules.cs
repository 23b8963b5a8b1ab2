using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What must follow what, for whom it did not, and who was told; a notice may lead to something that is no case.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000022_Rules")]
internal sealed class Rules : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("rules", t => new
        {
            Id = types.Id(t), Name = types.Text(t), Kind = types.Text(t), When = types.Text(t), Then = types.Text(t, true), WithinMs = types.Long(t), Key = types.Text(t), Version = types.Int(t),
            CreatedAt = types.Time(t), ChangedAt = types.Time(t), ById = types.Id(t), ByName = types.Text(t), RetiredAt = types.Time(t, true),
            CheckedAt = types.Time(t, true), ReadTo = types.Time(t, true), ReadToId = types.Id(t, true),
        }, constraints: t => t.PrimaryKey("PK_rules", x => x.Id));
        migrationBuilder.CreateTable("rule_states", t => new { RuleId = types.Id(t), Key = types.Text(t), State = types.Text(t), DueAt = types.Time(t, true) },
            constraints: t => t.PrimaryKey("PK_rule_states", x => new { x.RuleId, x.Key }));
        migrationBuilder.CreateIndex("IX_rule_states_DueAt", "rule_states", "DueAt");
        migrationBuilder.CreateTable("rule_breaks", t => new
        {
            Id = types.Id(t), RuleId = types.Id(t), Key = types.Text(t), Since = types.Time(t), EventId = types.Id(t), EventTime = types.Time(t), Source = types.Text(t), Event = types.Text(t), Mail = types.Text(t, true), Language = types.Text(t, true),
            FoundAt = types.Time(t), HealedAt = types.Time(t, true), RangAt = types.Time(t, true), RecipientId = types.Id(t, true), ToldAt = types.Time(t, true), CaseId = types.Id(t, true), CustomerId = types.Id(t, true),
        }, constraints: t => t.PrimaryKey("PK_rule_breaks", x => x.Id));
        migrationBuilder.CreateIndex("IX_rule_breaks_RuleId_Key", "rule_breaks", ["RuleId", "Key"], unique: true);
        migrationBuilder.CreateIndex("IX_rule_breaks_RuleId_HealedAt_Since", "rule_breaks", ["RuleId", "HealedAt", "Since"]);
        migrationBuilder.CreateIndex("IX_rule_breaks_RecipientId", "rule_breaks", "RecipientId");
        migrationBuilder.CreateTable("rule_break_keys", t => new { BreakId = types.Id(t), Value = types.Text(t) }, constraints: t => t.PrimaryKey("PK_rule_break_keys", x => new { x.BreakId, x.Value }));
        migrationBuilder.CreateIndex("IX_rule_break_keys_Value", "rule_break_keys", "Value");
        migrationBuilder.CreateTable("rule_rings", t => new { RuleId = types.Id(t), RangAt = types.Time(t, true), DueAt = types.Time(t, true) }, constraints: t => t.PrimaryKey("PK_rule_rings", x => x.RuleId));
        migrationBuilder.CreateTable("rule_tellings", t => new
        {
            Id = types.Id(t), RuleId = types.Id(t), TextJa = types.Text(t, true), TextEn = types.Text(t, true), Remedy = types.Text(t, true), DeskId = types.Id(t), ById = types.Id(t), ByName = types.Text(t), ByShown = types.Text(t),
            At = types.Time(t), DueAt = types.Time(t), CancelledAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_rule_tellings", x => x.Id));
        migrationBuilder.CreateIndex("IX_rule_tellings_RuleId_At", "rule_tellings", ["RuleId", "At"]);
        migrationBuilder.CreateTable("rule_recipients", t => new
        {
            Id = types.Id(t), TellingId = types.Id(t), BreakId = types.Id(t), State = types.Text(t), Reason = types.Text(t, true), CaseId = types.Id(t, true), CustomerId = types.Id(t, true), Mailed = types.Flag(t), DoneAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_rule_recipients", x => x.Id));
        migrationBuilder.CreateIndex("IX_rule_recipients_TellingId", "rule_recipients", "TellingId");
        migrationBuilder.CreateIndex("IX_product_events_Type_Time", "product_events", ["Type", "Time"]);
        migrationBuilder.AddColumn<string>("About", "notices", types.IsPostgres ? "text" : "TEXT", nullable: true);
        migrationBuilder.AddColumn<string>("Says", "notices", types.IsPostgres ? "text" : "TEXT", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("Says", "notices");
        migrationBuilder.DropColumn("About", "notices");
        migrationBuilder.DropIndex("IX_product_events_Type_Time", "product_events");
        foreach (var table in (string[])["rule_recipients", "rule_tellings", "rule_rings", "rule_break_keys", "rule_breaks", "rule_states", "rules"])
            migrationBuilder.DropTable(table);
    }
}
