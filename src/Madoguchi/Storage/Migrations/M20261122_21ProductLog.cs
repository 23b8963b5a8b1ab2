using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What the products say happened, by what it is found, and the keys of those who may say it.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000021_ProductLog")]
internal sealed class ProductLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("product_events", t => new
        {
            Id = types.Id(t), Source = types.Text(t), EventId = types.Text(t), Type = types.Text(t), Time = types.Time(t), TimeTold = types.Flag(t), ReceivedAt = types.Time(t),
            Subject = types.Text(t, true), Data = types.Text(t, true), More = types.Text(t, true), Cited = types.Flag(t),
        }, constraints: t => t.PrimaryKey("PK_product_events", x => x.Id));
        migrationBuilder.CreateIndex("IX_product_events_Source_EventId", "product_events", ["Source", "EventId"], unique: true);
        migrationBuilder.CreateIndex("IX_product_events_ReceivedAt", "product_events", "ReceivedAt");
        migrationBuilder.CreateTable("event_keys", t => new { Value = types.Text(t), Time = types.Time(t), EventId = types.Id(t) },
            constraints: t => t.PrimaryKey("PK_event_keys", x => new { x.Value, x.Time, x.EventId }));
        migrationBuilder.CreateIndex("IX_event_keys_EventId", "event_keys", "EventId");
        migrationBuilder.CreateTable("fresh_events", t => new { EventId = types.Id(t), DueAt = types.Time(t), Attempts = types.Int(t), Error = types.Text(t, true) },
            constraints: t => t.PrimaryKey("PK_fresh_events", x => x.EventId));
        migrationBuilder.CreateIndex("IX_fresh_events_DueAt", "fresh_events", "DueAt");
        migrationBuilder.CreateTable("customer_keys", t => new
        {
            CustomerId = types.Id(t), Name = types.Text(t), Value = types.Text(t), Folded = types.Text(t), At = types.Time(t), ById = types.Id(t), ByName = types.Text(t),
        }, constraints: t => t.PrimaryKey("PK_customer_keys", x => new { x.CustomerId, x.Name }));
        migrationBuilder.CreateIndex("IX_customer_keys_Folded", "customer_keys", "Folded");
        migrationBuilder.CreateTable("product_log_settings", t => new { Id = types.Int(t), Fields = types.Texts(t), Facts = types.Texts(t), RetentionDays = types.Int(t) },
            constraints: t => t.PrimaryKey("PK_product_log_settings", x => x.Id));
        migrationBuilder.Sql(types.IsPostgres
            ? """insert into product_log_settings ("Id", "Fields", "Facts", "RetentionDays") values (1, array['data.accountId', 'data.email', 'data.code'], array['email', 'code', 'accountId'], 180)"""
            : """insert into product_log_settings ("Id", "Fields", "Facts", "RetentionDays") values (1, '["data.accountId","data.email","data.code"]', '["email","code","accountId"]', 180)""");
        migrationBuilder.CreateTable("product_log_reindexing", t => new { Id = types.Int(t), Since = types.Time(t), After = types.Id(t, true) },
            constraints: t => t.PrimaryKey("PK_product_log_reindexing", x => x.Id));
        migrationBuilder.CreateTable("purpose_keys", t => new
        {
            Id = types.Id(t), Purpose = types.Text(t), Name = types.Text(t), Hash = types.Bytes(t), Hint = types.Text(t), CreatedAt = types.Time(t), CreatedBy = types.Text(t), RevokedAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_purpose_keys", x => x.Id));
        migrationBuilder.CreateIndex("IX_purpose_keys_Hash", "purpose_keys", "Hash", unique: true);
        migrationBuilder.CreateIndex("IX_customers_MergedInto", "customers", "MergedInto", filter: "\"MergedInto\" is not null");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["product_events", "event_keys", "fresh_events", "customer_keys", "product_log_settings", "product_log_reindexing", "purpose_keys"])
            migrationBuilder.DropTable(table);
        migrationBuilder.DropIndex("IX_customers_MergedInto", "customers");
    }
}
