import { japaneseCommands } from './commands/japanese.ts';
import type { Language } from './language.ts';

/** Japanese, in です and ます. Blanks stand around markup, so that it is shown as such next to any character. */
export const japanese: Language = {
  locale: 'ja',
  commandWords: japaneseCommands.words,
  texts: {
    actions: {
      menu: '論文の操作…',
      save: '保存',
      saveHint: 'リーディングリストに追加します',
      cite: '引用',
      citeHint: 'BibTeX、RIS、CSL-JSON、テキスト、Markdown で出力します',
      otherFormat: '別の形式…',
      similar: '類似論文',
      similarHint: 'もっとも似ている論文を一覧にします',
      discuss: '議論する',
      discussHint: 'このチャンネルに論文のスレッドを開きます',
      vote: '投票する',
      voteHint: '輪読会の次回の論文に投票します',
      more: 'こういう論文を増やす',
      moreHint: '似た論文を先に並べます',
      less: 'こういう論文を減らす',
      lessHint: '似た論文を後に並べます',
      why: '理由',
      whyHint: 'ダイジェストに入っている理由を示します',
      showRest: '残りを表示（{papers, number} 件）',
      previous: '前へ',
      next: '次へ',
      choosePaper: '論文を選択…',
      choosePapers: '論文を選択（複数可）…',
      whichPaper: '**{action}**：{day}のダイジェストのどの論文ですか？',
      whichPapers: '**{action}**：{day}のダイジェストのどの論文ですか？（複数可）',
      page: '{page, number} / {pages, number} ページ',
      digestGone: 'このダイジェストは保存期間を過ぎています。`/papers show` を使うと、ID で論文を表示できます。',
      restForgotten:
        'このダイジェストに入らなかった論文の記録は、数週間しか保存しないため、もうありません。`/papers search` を使うと、語句で論文を探せます。',
      rest: '{papers, plural, other {ほかに # 件}}の論文が一致しましたが、{day}のダイジェストには入りきりませんでした。',
      restListed: 'そのうち上位 {papers, number} 件を表示しています。',
      restGone: '{papers, plural, other {このページの論文のうち # 件}}は、もう保存されていません。',
      matches: '{topics} に一致：{why}',
      matchesNoMore: '現在は、このチャンネルのどのトピックにも一致しません。',
      inNoDigest:
        '{paper} は {channel} のどのダイジェストにも入っておらず、このチャンネルのどのトピックにも一致しません。',
      inNoDigestMatching:
        '{paper} は {channel} のどのダイジェストにも入っていません。{topics, plural, other {このチャンネルの # 件のトピック}}に一致します。',
      inDigest: '{paper} は、次の理由で、{day}の {channel} のダイジェストに入っています：',
      inDigestAs: '{paper} は、次の理由で、{duplicate} として、{day}の {channel} のダイジェストに入っています：',
      inDigestChanged:
        '{paper} は {day}の {channel} のダイジェストに入っています。その後トピックか論文が変わったため、現在はチャンネルのどのトピックにも一致しません。',
      moreTopics: '{topics, plural, other {ほか # 件のトピック}}',
      inCommon: '共通する語：{words}',
    },
    blocks: {
      gone: 'チャンネルがもう存在しません',
      locked: 'スレッドがロックされています',
      closed: 'ダイレクトメッセージの受信が許可されていません',
      unblockClosed:
        '私も参加しているサーバーのプライバシー設定でダイレクトメッセージを許可するか、私のブロックを解除してください。それから `/subscriptions` を実行すると、もう一度試し、保留中のメッセージを送ります。',
      missing: '私に{n, plural, other {権限}}（{names}）がありません',
      guildGone: 'サーバーが存在しないか、私が参加していません',
      untagged: 'フォーラムではタグが必須ですが、Papers や Digest という名前のタグがありません',
      forum: 'このチャンネルはフォーラムで、スレッドしか投稿できません',
      noMessages: 'この種類のチャンネルにはメッセージを投稿できません',
      noPermission: 'チャンネルでの権限が足りません',
      wrongKind: 'この種類のチャンネルはメッセージを受け付けません',
      restricted: 'サーバーが制限されています',
      slowDown: 'Discord から送信を控えるよう求められました',
      unreachable: 'Discord に接続できませんでした',
      late: 'Discord から時間内に応答がありませんでした',
      unblockGone: '`/subscriptions` で、トピックを別のチャンネルに移すか、削除してください。',
      unblockLocked:
        'スレッドのロックを解除するか、私に「スレッドの管理」の権限を与えてください。1 分以内に検知し、保留中のメッセージを投稿します。',
      unblockUntagged:
        'フォーラムの設定で、誰でも使える Papers という名前のタグを追加してください。1 分以内に検知し、保留中のメッセージを投稿します。',
      unblockMissing:
        'チャンネル設定の「権限」で、足りない{n, plural, other {権限}}を私に与えてください。1 分以内に検知し、保留中のメッセージを投稿します。',
      unblockOther:
        'チャンネルの設定で原因を取り除くか、別のチャンネルで購読してください。1 日に 1 回、もう一度確認します。',
      blocked: '**停止中**：投稿できません（{reason}）。{next}',
    },
    cards: {
      withdrawn: '**撤回：** この論文は、著者または出版者によって撤回されました。',
      notice: '**お知らせ：** これは学術誌からのお知らせで、研究論文ではありません。',
      withdrawnWord: '**撤回**',
      noticeWord: '**お知らせ**',
      aiSummary: '*AI による要約：* {text}',
      tldr: '*Semantic Scholar による TLDR：* {text}',
      abstract: '*概要：* {text}',
      noAbstract: '情報源に概要がありません。',
      manyAuthors: '{first}, {second} … {last}（{n, plural, other {著者 # 名}}）',
      others: '{first} ほか {n, plural, other {# 名}}',
      forGroups: '{people}（{groups} を代表）',
      group: '{group}',
      matches: '一致：{reasons}',
      moreTopics: '{n, plural, other {ほか # 件のトピック}}',
      topics: '{n, plural, other {# 件のトピック}}',
      code: 'コード',
      stars: '{code}（{n, plural, other {スター # 個}}）',
      cross: 'クロスリスト',
      replace: '新しい版',
      replaceCross: '新しい版（クロスリスト）',
      late: '遅れて公開',
      acceptedAt: '{venue} に採択',
      acceptedBy: '{venue} に採択',
      publishedIn: '{venue} に掲載',
      presentedAt: '{venue} で発表',
      upvotes: '{n, plural, other {高評価 # 件}}',
      upvotesGained: '{n, plural, other {高評価 # 件}}（{hours, number} 時間で +{gained, number}）',
      citations: '{n, plural, other {被引用 # 件}}',
      sameAs: '題名と著者が {places} と同じため、1 件にまとめています',
      alsoAs: '{places} にもあり',
      morePlaces: '{n, plural, other {ほか # か所}}',
      lead: '{first} +{n, number}',
      upvotesShort: '▲{n, number}',
      thumbnail: '論文の画像',
    },
    cite: {
      shown: '{papers, plural, other {論文 # 件}}（{format}）：',
      inFile: '{papers, plural, other {論文 # 件}}を {format} でファイルに出力しました。',
      plainText: 'プレーンテキスト',
      tooMany:
        '一度に引用できるのは {limit, number} 件までです。全 {total, number} 件のうち最初のものを出力しました。残りは期間を短くして出力してください。',
      unknown: '{papers} は見つからないため、含めていません。ID を確認するか、`/papers search` で検索してください。',
      nothingNamed:
        '論文を指定してください。`id` には ID やアドレスを、`since` には日付を指定します。`since` を使うと、その日以降のこのチャンネルのダイジェストの論文がすべて対象になります。',
      bothNamed:
        '`id` と日付は、どちらか一方だけを指定してください。`id` は個々の論文用、日付はこのチャンネルのダイジェスト用です。',
      unreadableId:
        '「{typed}」は、私が読める arXiv ID、DOI、アドレスではありません。`2406.01234` のように書き、複数あるときは空白で区切ってください。',
      tooManyIds:
        '一度に調べられる論文は {limit, number} 件までですが、{named, number} 件が指定されました。数を減らしてください。',
      unreadableDay:
        '「{typed}」を今日までの日付として読めません。`2026-06-01`、`2026-06`、`monday`、`2 weeks` のように書いてください。',
      wrongOrder: '終了日（{until}）が開始日（{since}）より前です。`since` と `until` を入れ替えてください。',
      noDigests:
        'その期間、このチャンネルのダイジェストに論文はありませんでした。別の期間を選ぶか、`id` で論文を指定してください。',
      tooLarge: 'ファイルが {limit, number} MB を超え、Discord に受け付けてもらえません。期間を短くしてください。',
    },
    club: {
      noServer: '輪読会にはサーバーが必要です。サーバーの、ダイジェストが届くチャンネルで始めてください。',
      noDigest:
        '{channel} にはダイジェストが届かないため、投票するものがありません。先に `/subscribe` でトピックを追加してください。',
      badTime: '「{typed}」は曜日と時刻ではありません。 `Thu 17:00` や `Friday 9am` のように書いてください。',
      tooSoon: '開催は、投票の締切から 15 分以上あとにしてください。どちらかの時刻を変えてください。',
      badVoice: '{channel} はボイスチャンネルではありません。ボイスチャンネルを選ぶか、この項目を省略してください。',
      started: '完了：{channel} で輪読会を始めました。',
      changed: '完了：{channel} の輪読会を変更しました。票はそのままです。',
      plan: '投票の締切は {closes}、開催は {meets} です。タイムゾーンは {zone} です。',
      rounds: '{weeks, plural, other {# 週ごとに行います。}}',
      lacksEvents:
        '「イベントを作成」の権限がないため、サーバーにイベントは表示されません。ほかはすべて使えます。イベントを使うには、サーバーの設定で私のロールにこの権限を与えてください。',
      lacksThreads:
        '{channel} で私に{n, plural, other {権限}}（{names}）がないため、論文はスレッドではなくチャンネルに並びます。',
      startAnnounced:
        '{person} さんが、ここで輪読会を始めました。ダイジェストの下の **投票する** か、 `/club status` で論文に投票してください。投票の締切は {closes}、開催は {meets} です。',
      changeAnnounced: '{person} さんが、ここの輪読会を変更しました。投票の締切は {closes}、開催は {meets} です。',
      stopped: '完了：{channel} の輪読会を終えました。票は削除しました。お知らせ済みの会はそのままです。',
      stopAnnounced: '{person} さんが、ここの輪読会を終えました。',
      none: '{channel} に輪読会はありません。チャンネルの管理者が `/club start` で始められます。',
      status: '{channel} の **輪読会** ：投票の締切は {closes}（{relative}）、開催は {meets} です。',
      rule: '{papers, plural, other {票の多い # 本の論文を読みます。}}同数のときは、最初の票が早いほうを選びます。',
      voters: '{people, plural, =0 {まだ誰も投票していません。} other {# 人が投票しました。}}',
      votes: '{votes, plural, other {# 票}}',
      yours: 'あなたの票を含む',
      more: 'ほか{n, plural, other { # 本}}',
      noPapers: '今回の対象になる論文は、まだダイジェストに届いていません。',
      voteMenu: '投票する、または票を取り消す…',
      voted: '{paper} に投票しました。いま{votes, plural, other { # 票}}です。',
      unvoted: '{paper} への票を取り消しました。いま{votes, plural, =0 { 0 票} other { # 票}}です。',
      again: '-# 投票の締切は {closes} です。もう一度投票すると取り消せます。 `/club status` で候補を見られます。',
      closed:
        'この論文の投票は締め切られたため、この票は数えられません。新しいダイジェストの論文に投票してください。 `/club status` に一覧があります。',
      notInDigest: 'この論文は {channel} のどのダイジェストにもないため、そこでは投票できません。',
      agendaClosed: '**輪読会** ：投票を締め切りました。{papers, plural, other {票が最も多い論文は次のとおりです：}}',
      tie: '同数のものは、最初の票が早いほうを選びました',
      late: '締切（{closed}）のとき動いていなかったため、お知らせが遅くなりました。締切までの票を数えています',
      noVotes: '**輪読会** ：投票がなかったため、今回は開催しません。次の締切は {next} です。',
      meetingName: '輪読会：{paper}',
      meetingNameMore: '輪読会：{paper} ほか{n, plural, other { # 本}}',
      meets: '**輪読会** ：{when}（{relative}）に集まります。',
      event: 'イベント：{link}',
      agenda: '投票の結果：{link}',
      presentedBy: '発表：{person} さん',
      free: '発表者は未定です',
      present: '発表する',
      presentPlace: '{place, number} を発表する',
      giveBack: '取りやめる',
      giveBackPlace: '{place, number} を取りやめる',
      presentedAlready: '{person} さんが先に、この論文の発表者になりました。',
      notYours: 'この論文は {person} さんが発表します。取りやめられるのは、本人とチャンネルの管理者だけです。',
      givenBackFor: '{manager} さんが、{person} さんの {paper} の発表を取りやめにしました。ほかの人が発表できます。',
      permissionProblem:
        '「イベントを作成」の権限がないため、イベントはありません。サーバーの設定で私のロールに権限を与えると、次回からイベントを作ります。',
      voiceProblem:
        '{voice} でイベントを作れなかったため、イベントはありません。「イベントを作成」「チャンネルを見る」「接続」の権限が必要です。 `/club start` で、別のボイスチャンネルを選ぶか、なしにできます。',
      limitProblem:
        'サーバーのイベントがすでに 100 件あるため、イベントはありません。古いものを削除すると、次回から作ります。',
      lateProblem: '作れるようになったときには時刻を過ぎていたため、イベントはありません。',
      unreachableProblem: '1 時間たっても Discord に受け付けられなかったため、イベントはありません。手動で作れます。',
      refusedProblem: 'Discord に拒否されたため、イベントはありません。手動で作れます。',
      noThread:
        'ここで私に{n, plural, other {権限（{names}）がないため、スレッドはありません。権限があれば、次回からスレッドを開きます。}}',
    },
    commands: japaneseCommands.commands,
    completeness: {
      more: '{n, plural, other {ほか # カテゴリー}}：すべて取得',
      moreIncomplete: '{n, plural, other {ほか # カテゴリー}}：うち {incomplete, number} は一部未取得',
      complete: '{category} は新着 {announced, number} 件中 {fetched, number} 件取得、{matched}',
      unchecked: '{category} は新着 {announced, number} 件中 {fetched, number} 件取得（未確認）、{matched}',
      partlyUnread: '{category} は一部のみ読み取り、新着 {announced, number} 件中 {fetched, number} 件取得、{matched}',
      unread: '{category} は未読み取り、{matched}',
      unreadFound: '{category} は未読み取り、検索で {fetched, number} 件取得、{matched}',
      matched: '一致 {n, number} 件',
      matchedLate: '一致 {n, number} 件（うち遅れて公開 {late, number} 件）',
    },
    data: {
      nothing: '何も保存されていないため、出力するものがありません。',
      exported: '保存されているすべてのものを、JSON でファイルに出力しました：{rows, plural, other {# 行}}。',
      tooLarge:
        'ファイルが Discord の上限を超えます。ボットの運営者に依頼してください。運営者は、データベースのすべてを読めます。',
      notServerManager: 'サーバー全体に関わるため、「サーバー管理」の権限が必要です。権限のある人に依頼してください。',
      eraseServer:
        '**このサーバーについて保存しているものを、すべて消去します**：{channels, plural, other {# 個のチャンネル}}の{topics, plural, other {購読 # 件}}、すべての設定、投稿の記録です。メッセージは各チャンネルに残ります。元に戻すことはできません。`/digest export` で、先に控えを取れます。',
      eraseOwn:
        '**あなた専用のダイジェストを消去します**：{channels, plural, other {# 個のチャンネル}}の{topics, plural, other {購読 # 件}}、すべての設定、投稿の記録です。元に戻すことはできません。あなたについてのほかのものは、`/papers privacy` で消去できます。',
      eraseButton: 'すべて消去…',
      formTitle: 'すべて消去',
      formLabel: '「{word}」と入力してください',
      formHint: 'すべてがすぐに消去されます。元に戻すことはできません。',
      word: '消去',
      wrongWord:
        '何も消去していません。「{word}」ではなく「{typed}」と入力されました。もう一度ボタンを押してください。',
      stillSending: 'メッセージを送信中のため、何も消去していません。1 分後にもう一度お試しください。',
      erasedServer:
        '完了しました。このサーバーについて保存していたものを、すべて消去しました。`/subscribe` で、また始められます。',
      erasedOwn: '完了しました。あなた専用のダイジェストを消去しました。`/subscribe` で、また始められます。',
      erasedMine: '完了しました。あなたについて保存していたものを、すべて消去しました。',
      erasedAnnounced:
        '{person} さんが、このサーバーについて保存していたものを、すべて消去しました。ダイジェストは届かなくなります。',
      privacy: `**あなたについて保存するもの**
次のものを、お使いの場合だけ、あなたの Discord ID で保存します：リーディングリストとそのメモ、あなた専用のダイジェスト、通知、論文への評価、チャンネルでトピックを購読したこと。検索や、入力を待つフォームは、約 1 日保存します。
メッセージは読みません。名前、アドレス、メンバーの一覧は保存しません。
**保存期間**
あなたが削除するか、ここですべてを消去するまでです。サーバーから私が外されると、そのデータは 7 日後に消去されます。運営者のバックアップには、バックアップが削除されるまで残ります。
**ほかの人に見えるもの**
リーディングリスト、通知、あなた専用のダイジェストは、あなただけのものです。購読には、購読した人が表示されます。
下のボタンは、すべてのサーバーでのあなたについてのデータを、出力または消去します。サーバーのトピックは、あなたの ID なしで残ります。`,
      exportMine: '自分のデータを出力',
      eraseMine: '自分のデータを消去…',
      somebody: '誰か',
    },
    digest: {
      preview: '**プレビューです。何も投稿されません。**',
      part: '{part, number} / {parts, number}',
      title: '### {day}の論文',
      postName: '{day}の論文',
      all: '{n, plural, other {新着論文 # 件}}（トピック：{topics}）',
      bestOne: '{n, plural, other {新着論文 # 件}}のうち上位 1 件（トピック：{topics}）',
      best: '{n, plural, other {新着論文 # 件}}のうち上位 {shown, number} 件（トピック：{topics}）',
      yourTopics: '{topics}',
      topicsAndMore: '{topics} ほか {n, number} 件',
      announced: '新着 {n, number} 件',
      findOther: '残りの 1 件は `/papers search` で探せます',
      findOthers: '残りの {n, number} 件は `/papers search` で探せます',
      late: '{n, plural, other {# 件の論文は遅れて公開されました。公開前に、前回のダイジェストが配信されていました}}。',
      skipped: '{n, plural, other {# 件の古い論文を省きました。`/papers search` で探せます}}。',
      coversAway: '{from}から{to}までの分です。その間、私は停止していました。',
      coversBlocked: '{from}から{to}までの分です。その間、ここに投稿できませんでした。',
      missingMany:
        '{sources} の{n, plural, other {# 件の新着一覧}}を取得できませんでした。論文は後日届くことがあります。',
      missingWaiting: '{source} は、{time} の時点で{day}の論文を公開していませんでした。',
      missingPartial: '{source} は、{time} の時点で{day}の論文の一部しか公開していませんでした。',
      missingStale: '{source} は、{day}の {time} の時点でも、前の日の論文を表示していました。',
      missingFailed: '{source} には、{day}の分について {time} までに接続できませんでした。',
    },
    discussion: {
      found: 'この論文の議論は {thread} にあります。',
      beingOpened: 'いま、ほかの人が議論を開いています。少し待ってから、もう一度お試しください。',
      noThreads: 'ここにはスレッドがありません。「議論する」はサーバーで使ってください。',
      locked:
        'この論文の議論は {thread} にありますが、ロックされています。モデレーターにロックの解除を依頼してください。',
      youLack:
        '{channel} で議論を開けません。あなたに{n, plural, other {権限}}（{names}）がありません。チャンネルの管理者に依頼してください。',
      iLack:
        '{channel} で議論を開けません。私に{n, plural, other {権限（{names}）がありません。チャンネルの管理者に、私に権限を与えるよう依頼してください。}}',
      forumTag:
        '{channel} で議論を開けません。フォーラムではタグが必須ですが、Papers や Digest という名前のタグがありません。フォーラムの管理者に追加を依頼してください。',
      failed: '議論を開けませんでした（{reason}）。1 分後にもう一度お試しください。',
    },
    errors: {
      reference: '-# 参照番号 {reference}',
      failed:
        '私の側で問題が起き、実行できませんでした。1 分後にもう一度お試しください。それでも失敗するときは、この参照番号をボットの運営者に伝えてください：`{reference}`。',
      refusedAnswer:
        'Discord に拒否されたため、答えを表示できません。操作自体は完了している可能性があります。この参照番号をボットの運営者に伝えてください：`{reference}`。',
      failedBusy:
        '同じマシンの別のプログラムがデータベースを使っているため、実行できませんでした。1 分後にもう一度お試しください。それでも失敗するときは、この参照番号をボットの運営者に伝えてください：`{reference}`。',
      announcedElsewhere: '{channel} で：{line}',
      notAnnounced: '実行しましたが、{channel} で知らせることができませんでした（{reason}）。',
      notShared:
        'ここでは共有できませんでした（{reason}）。別のチャンネルでコマンドをもう一度実行し、そこで共有してください。',
      cannotShare:
        'あなたはここに書き込めないため、共有できません。{n, plural, other {権限}}（{names}）がありません。書き込めるチャンネルでコマンドをもう一度実行してください。',
      shownPrivately:
        'ここでは共有できませんでした。あなたに「外部のアプリを使用」の権限がないため、Discord はあなただけに表示します。別のチャンネルでコマンドをもう一度実行し、そこで共有してください。',
      formTooLate: 'Discord の応答が遅く、フォームを開けませんでした。もう一度お試しください。',
      unknownCommand:
        'このコマンドはわかりません。Discord を再読み込み（Ctrl+R）すると、現在のコマンドが表示されます。',
      unknownComponent: 'このボタンは以前の版のもので、もう使えません。コマンドをもう一度実行してください。',
      stale:
        'これはもうありません。削除されたか、置き換えられたか、1 日以上たっています。コマンドをもう一度実行すると、現在の状態が表示されます。',
      badOption:
        'オプション `{name}` の値を使えません。Discord に以前の形のコマンドが表示されている可能性があります。再読み込み（Ctrl+R）して、もう一度お試しください。',
      notManager:
        '{channel} のダイジェストを変更できません。このチャンネルでの「チャンネルの管理」の権限が必要です。権限のある人に依頼してください。',
      notOwner: 'ボタンを使えるのは、コマンドを実行した人だけです。ご自分でコマンドを実行してください。',
      noSuchChannel:
        'そのチャンネルが見えません。削除されたか、私に「チャンネルを見る」の権限がありません。権限を与えるか、別のチャンネルを選んでください。',
      invokerCannotWrite:
        '{channel} にはあなた自身が書き込めないため、ダイジェストを投稿させることはできません。{n, plural, other {権限}}（{names}）がありません。書き込めるチャンネルを選んでください。',
      botCannotPost:
        '{channel} に投稿できません。私に{n, plural, other {権限（{names}）がありません}}。チャンネル設定の「権限」で私に与えて、もう一度お試しください。',
      threadLocked:
        'スレッドがロックされているため、{channel} に投稿できません。ロックを解除するか、私に「スレッドの管理」の権限を与えて、もう一度お試しください。',
      forumTag:
        '{channel} に投稿できません。フォーラムではタグが必須ですが、Papers や Digest という名前のタグがありません。フォーラムの設定で、誰でも使える Papers という名前のタグを追加して、もう一度お試しください。',
      channelType:
        '{channel} にはダイジェストを投稿できません。テキストチャンネル、アナウンスチャンネル、フォーラム、スレッドのいずれかを選んでください。',
      noSubscription: 'ここには「{typed}」の購読がありません。すべての購読は `/subscriptions` で確認できます。',
      unreadableTopics:
        '{channel} にはダイジェストがありません。{n, plural, other {# 件のトピックがすべて読み取れない}}ためです。`/subscriptions` で、理由の確認とトピックの変更ができます。',
    },
    feeds: {
      heading:
        '**{channel} のフィード**\nアドレスをフィードリーダーに追加してください。アドレスを知っている人は Discord なしでフィードを読めるので、渡す相手に注意してください。',
      digests: 'ダイジェストの論文',
      page: '{page, number} / {pages, number} ページ',
      renew: 'アドレスを更新',
      revoke: '無効にする',
      renewed: 'フィードのアドレスを新しくしました。以前のアドレスでは何も表示されません。',
      revoked:
        '{channel} のフィードを無効にしました。アドレスでは何も表示されません。`/digest feed` で新しく作れます。',
      off: 'この bot はフィードを提供していません。運用している人に `HTTP_PORT` と `PUBLIC_URL` の設定を頼んでください。',
      channelTitle: '#{channel} の論文',
      digestsTitle: '自分のダイジェストの論文',
      digestsSubtitle: 'Discord のダイジェストの論文。新しいダイジェストから順に並びます。',
      topicSubtitle: 'このトピックに合う論文。新しい順に並びます。',
      project: 'プロジェクト',
    },
    followUps: {
      title: '{n, plural, other {**以前のダイジェストの論文が変わりました**}}',
      postName: '変更のあった論文（{day}）',
      line: '• {paper}：{news}',
      lineLinked: '• {paper}（[ダイジェスト]({link})）：{news}',
      version: '新しい版 {version}',
      withdrawn: '取り下げ',
      code: '[コード]({link})が公開されました',
      codeUnlinked: 'コードが公開されました',
    },
    habits: {
      dates: '各ダイジェストはその日の新しい論文を届けるので、トピックに日付はありません。取ってください。',
      range:
        'TO を使った範囲はここでは使えません。各ダイジェストはその日の新しい論文を届けるので、トピックに日付はありません。取ってください。',
      year: 'これは年の指定です。各ダイジェストはその日の新しい論文を届けるので、トピックに日付はありません。取ってください。',
      tag: '{typed} は PubMed のタグです。代わりに {meant} と書いてください。',
      tagOfDates:
        '{typed} は PubMed のタグです。各ダイジェストはその日の新しい論文を届けるので、トピックに日付はありません。取ってください。',
      tagElsewhere: '{typed} は PubMed のタグです。トピックに同じものはありません。この部分を取ってください。',
      field: '{typed} は {service} のフィールドです。代わりに {meant} と書いてください。',
      fieldElsewhere:
        '{typed} は {service} のフィールドです。トピックに同じものはありません。この部分を取ってください。',
      patternBegun:
        '{typed} は正規表現で、トピックでは使えません。そう始まるすべての語には {begun}* と書いてください。',
      patternUnsure:
        '{typed} は正規表現で、トピックでは使えません。(woman OR women) のように、語の間に OR を書いてください。',
      patternExact: '{typed} は正規表現で、トピックでは使えません。まさにこの語を探すには ={word} と書いてください。',
      patternEither: '{typed} は正規表現で、トピックでは使えません。{words} と書いてください。',
      patternCase: '{typed} は正規表現で、トピックでは使えません。{word} と書けば、大文字でも小文字でも見つかります。',
      wildcardBegun:
        'ワイルドカードは語の末尾のアスタリスクだけなので、{typed} は使えません。そう始まるすべての語には {begun}* と書いてください。',
      wildcardUnsure:
        'ワイルドカードは語の末尾のアスタリスクだけなので、{typed} は使えません。(woman OR women) のように、語の間に OR を書いてください。',
      anchor: 'ここでは ^ は先頭を表しません。代わりに {word} と書いてください。',
      near: '{typed} はここでは使えません。近くにある語を探すには {meant} と書いてください。',
      boost: '{typed} は他では語の重みを増します。ここではすべての語が同じ重みなので、{word} だけを書いてください。',
      numbers: '数の範囲があるのは、upvotes:10..50 のような高評価の数だけです。この部分を取ってください。',
      plusCategories: '前後に空白のある + ではカテゴリーをつなげません。cat:({left} OR {right}) と書いてください。',
      plus: '+ だけでは語をつなげません。両方なら {left} {right}、どちらかなら {left} OR {right} と書いてください。',
      journals:
        'トピックは雑誌やレポート番号を見ません。この部分を取るか、source:crossref のように情報源を書いてください。',
      googleFields:
        'Google のフィールドはここでは使えません。タイトルには title:word か title:(two words)、タイトルか概要にはただの語を書いてください。',
      site: 'Google の site: はここでは使えません。source:arxiv や source:biorxiv のように情報源を書いてください。',
      fileTypes: 'ここでは論文にファイル形式はありません。has:pdf か has:code と書くか、この部分を取ってください。',
      keywords:
        'トピックはキーワードを見ません。タイトルか概要で探すにはただの語を、または cat:cs.LG のようにカテゴリーを書いてください。',
      affiliations: '組織は Hugging Face での名前でしか分かりません。org:deepmind のように org: と書いてください。',
      ids: 'id:2406.01234 や id:10.5555/x のように、論文の ID は id: の後に書いてください。',
      addresses: 'これはアドレスです。論文のものなら前に id: を書き、テキストとして探すなら引用符で囲んでください。',
      languages: 'トピックは論文の言語を見ません。この部分を取ってください。',
    },
    help: {
      title: '**Paperboy は、その日の研究論文をお届けします。**',
      what: 'チャンネルでトピックを購読すると、一致する論文をまとめたダイジェストが 1 日 1 回届きます。',
      topics: `**トピック**
\`diffusion models\` 両方の語、どの語形でも
\`"diffusion models"\` フレーズ
\`cats OR dogs\` どちらか · \`-survey\` その語を除く
\`about:"edit a trained model"\` 意味で探す
\`author:"Y. LeCun"\` その人の論文
\`cat:cs.LG\` カテゴリー`,
      moreTopics: '探し方の一覧：`/papers help about:topics`',
      everyone: '**どなたでも**',
      managers: '**このチャンネルを管理できるあなたに**',
      moreCommands: '各コマンドの説明：`/papers help about:commands`',
      allTopics: '**論文の探し方の一覧**',
      combining:
        'すべて組み合わせられます。空白は「かつ」の意味です。*exoplanets* のような分野名を `/subscribe` に入力すると、用意されたトピックを選べます。',
      sources: '論文の情報源：{sources}。',
      allCommands: '**コマンドの一覧**',
      menus: 'メッセージのメニューの *アプリ* から：{names}。',
    },
    hints: {
      impossible: '**一致する論文はありえません**：{why}。',
      impossibleWithout: '**一致する論文はありえません**：{why}。{other} を外すと、{window} {found} 件です。',
      excludes: '{wanted} で見つかる論文は、すべて {other} で除かれます',
      notBoth: '1 つの論文が {wanted} と {other} の両方に当てはまることはありません',
      unknownWord:
        '{word} を含む論文は保存されていないため、{window} {n, number} 件しか見つかりません。この語を外すと {found} 件です。',
      unknownWordNear:
        '{word} を含む論文は保存されていないため、{window} {n, number} 件しか見つかりません。{nearest} にすると {found} 件です。',
      list: 'これらすべてに当てはまる論文は、{window} {n, number} 件です。いずれかに当てはまる論文は {found} 件です。',
      sentence:
        '語として読み、すべての語を含む論文を探すと、{window} {n, number} 件です。1 つの文として意味で探すと {found} 件です。',
      openSentence:
        '文に引用符がないため、最初の語だけを意味で読みました：{window} {n, number} 件。全体を 1 つの文とすると {found} 件です。',
      acronym:
        '{word} は、{small} という語にも一致します：{window} {n, number} 件。この大文字だけなら {found} 件です。',
      narrow: '{term} のため、{window} {n, number} 件しか見つかりません。これを外すと {found} 件です。',
      about: '約 {n, number}',
      without: '{term} を外す',
      any: 'いずれか',
      byMeaning: '意味で探す',
      upvotes: '`upvotes:>20` のような、高評価の数のことですか？',
      minus: '語を除くには、`-survey` のように、前にマイナスを付けてください。',
      comma:
        '`diffusion OR "flow matching"` のような OR のことですか？ コンマは OR の意味にはならず、論文はすべての語に一致する必要があります。',
      askLess: '綴りを確認するか、条件を減らしてください。論文はすべての語に一致する必要があります。',
      spelling: '綴りを確認してください。',
      quoted: '「{part}」',
    },
    notices: {
      yourServer: 'あなたのサーバー',
      server: 'サーバー **{name}**',
      gone: '{server} のチャンネルが削除されたため、そのトピックの論文の投稿先がありません。',
      goneNamed: '{server} のチャンネル **#{channel}** が削除されたため、そのトピックの論文の投稿先がありません。',
      goneNext: 'そのサーバーで `/subscriptions` を実行すると、トピックを別のチャンネルに移すか、削除できます。',
      blocked: '{channel}（{server}）に論文を投稿できません（{reason}）。',
      blockedNamed: '{channel}（**#{name}**、{server}）に論文を投稿できません（{reason}）。',
      unblock: '{next}7 日を超えて待っているメッセージは破棄します。',
      noNeed: 'チャンネルに論文が不要になったときは、`/subscriptions` でトピックを削除してください。',
      digest: '{day}の {channel} のダイジェスト',
      digestOn: '{day}の {channel} （サーバー **{server}**）のダイジェスト',
      dropped:
        '{digest}の{n, plural, other {メッセージ}}（全 {all, number} 件中 {parts} 件目）を投稿できませんでした（{reason}）。',
      leftOut:
        'Discord に{n, plural, other {拒否された}}ため、{digest}から{n, plural, other {論文 # 件}}を省きました。',
      uncertain:
        '{digest}の{n, plural, other {メッセージ}}（全 {all, number} 件中 {parts} 件目）が届いたかどうかわかりません（{reason}）。届いた可能性のあるものは、二度送りません。',
      noReason: 'Discord から理由は示されていません',
      seeStatus: 'ダイジェストがどうなったかは `/digest status` で確認できます。',
      lookFor:
        'チャンネルに{n, plural, other {これらの論文}}があるか確認するか、{n, plural, other {こちら}}で読んでください：{papers}',
      read: '届かなかった{n, plural, other {論文}}はこちらで読めます：{papers}',
      andMore: '{list} ほか {n, number} 件',
    },
    mentions: {
      none: 'このメッセージには、私が読み取れる論文がありません。読み取れるのは、arXiv ID、DOI と、arXiv、alphaXiv、Hugging Face、bioRxiv、medRxiv、doi.org、出版社のアドレスです。`/papers search` を使うと、語句で論文を探せます。',
      noneFound:
        'このメッセージにある論文（{ids}）は、どれも見つかりませんでした。ID を確認するか、`/papers search` で検索してください。',
      noneReached:
        'このメッセージにある論文（{ids}）は保存されておらず、現在 {sources} に問い合わせることもできません。1 分後にもう一度お試しください。',
      unknown: '見つかりません：{ids}',
      unreached: '現在 {sources} に問い合わせられないため、見つかりません：{ids}',
      skipped: '1 つのメッセージで調べるのは {lookUps, number} 件までのため、調べていません：{ids}',
      tooMany:
        'このメッセージには{papers, plural, other {論文が # 件}}あります。最初の {taken, number} 件を対象にしました。',
    },
    lists: {
      names: '{one}、{other}',
      facts: '{one}、{other}',
      clauses: '{one}；{other}',
      reasons: '{topics}：{reasons}',
    },
    mail: {
      channelLink: 'Discord のチャンネル',
      why: '{user} さんが{channel}のダイジェストをこのアドレスに希望し、アドレスが {day} に確認されたため、このメールが届いています。',
      whyOwn: 'あなたが {day} に、個人用ダイジェストのためにこのアドレスを確認したため、このメールが届いています。',
      unsubscribe: '配信を停止する',
      codeSubject: '{code} は Paperboy の確認コードです',
      codeText:
        'Discord の誰かが、新しい論文のボット Paperboy のダイジェストを、このアドレスに送ろうとしています。それがあなたなら、{minutes, number} 分以内に、そこで次のコマンドを実行してください：{command}',
      codeIgnore: '心当たりがなければ、何もしないでください。このアドレスには、ほかに何も送られません。',
      pageTitle: 'Paperboy のメール',
      pageAsk: 'このダイジェストのメールを停止しますか？',
      pageDone: '配信を停止しました。このアドレスには、このダイジェストのメールはもう届きません。',
      pageInvalid: 'このリンクは無効です。メールのリンクをそのまま使うか、メールに返信してください。',
      off: 'このボットはメールを送りません。運営者が有効にできます。',
      noDigest: '{channel}にはまだトピックがないため、送るダイジェストがありません。`/subscribe` で追加できます。',
      badAddress: '「{address}」は使えるアドレスではありません。`name@example.org` のように書いてください。',
      codeSent:
        '{address} に確認コードを送りました。{minutes, number} 分以内に、`code` を付けて `/digest email` を実行してください。それまで、ほかには何も送りません。',
      already: '{address} には、すでに{channel}のダイジェストが届いています。',
      full: '{channel}のダイジェストには、すでに {most, plural, other {# 個}}のアドレスがあります。先に 1 個を削除してください。',
      limited: '今日は確認コードの要求が多すぎます。明日もう一度お試しください。',
      refused: 'メールサーバーがアドレス {address} を受け付けません：{reason}。確認して、もう一度お試しください。',
      later: '今は確認コードを送れませんでした。数分後にもう一度お試しください。',
      noCode:
        '{channel}には、入力する確認コードがありません。先に `address` を付けて `/digest email` を実行してください。',
      wrongCode: '送った確認コードと違います。{tries, plural, other {あと # 回}}試せます。',
      codeExpired:
        'その確認コードはもう無効です。`address` を付けて `/digest email` を実行すると、新しいコードを送ります。',
      confirmed:
        'これから{channel}のダイジェストを {address} に送ります。どのメールにも、配信を停止するリンクがあります。',
      confirmedOpenly: '{person} さんが、このチャンネルのダイジェストを受け取るメールアドレスを追加しました。',
      title: '**{channel}のダイジェストのメールアドレス**',
      none: '{channel}のダイジェストを受け取るアドレスはありません。`address` を付けて `/digest email` を実行すると、追加できます。',
      row: '{address}：{state}',
      fresh: '次のダイジェストから送ります',
      sent: '最後の送信は {day}',
      underWay: '{day} のメールは送信中です',
      underWayBecause: '{day} のメールは再送を待っています：{reason}',
      uncertain: '{day} のメールは届いていない可能性がありますが、再送しません：{reason}',
      dropped: '{day} のメールは送られませんでした：{reason}',
      blocked: '**送信を止めています：** {reason}',
      menu: 'アドレスを変更…',
      remove: '{address} を削除する',
      retry: '{address} にもう一度送る',
      removed: '{address} には、もうメールを送りません。',
      removedOpenly: '{person} さんが、このチャンネルのダイジェストを受け取るメールアドレスを削除しました。',
      retried: '{address} にもう一度送ります。',
      notice:
        '{channel}のダイジェストを、メールアドレスの 1 つに送れなくなりました：{reason}。`/digest email` で確認、再試行、削除ができます。',
      statusLine:
        'メール：アドレス {addresses, plural, other {# 個}}、{unsure, plural, =0 {不確かなものなし} other {届いていない可能性のあるメール # 通}}、停止中 {blocked, number} 個。`/digest email` を参照してください。',
    },
    marks: {
      more: '{papers} に似た論文を、今後のここのダイジェストでは先に並べます。',
      less: '{papers} に似た論文を、今後のここのダイジェストでは後に並べます。',
      again:
        '-# これによって論文が除かれることはありません。もう一度選ぶと取り消せます。学習した内容は `/digest settings` で確認できます。',
      takenBack: '{papers} への評価を取り消しました。',
      others: '{count, plural, other {ほか # 件}}',
      notInDigest:
        'この論文は、このチャンネルのどのダイジェストにも入っていないため、ここでは評価できません。論文が入っているダイジェストの下で評価してください。',
    },
    menus: japaneseCommands.menus,
    operators: {
      words: '`diffusion models` 両方の語、どの語形でも（model、models、modelling）',
      phrase: '`"diffusion models"` フレーズ · `"graph attention"~5` 間は最大 5 語',
      logic: '`cats OR dogs` どちらか · `-survey` その語を除く · `(a OR b) c` グループ',
      forms: '`superconduct*` その文字で始まる語 · `=transformer` その語形だけ · `=IT` その大文字だけ',
      all: '`all:trial` 題名か概要（`trial` だけと同じ）',
      title: '`title:attention` 題名',
      abstract: '`abstract:trial` 概要',
      comment: '`comment:"accepted at ACL"` 著者のコメント',
      about: '`about:"editing the weights of a model"` 言い回しを問わず、その内容',
      author: '`author:"Y. LeCun"` その人の論文',
      cat: '`cat:cs.LG` カテゴリー · `cat:(cs.AI, cs.CV)` どちらか · `cat:cs.*` アーカイブ全体 · `cat:biorxiv/genomics` 分野',
      primary: '`primary:cs.LG` カテゴリー（クロスリストを除く）',
      source: '`source:hf` その情報源に載った論文',
      org: '`org:deepmind` Hugging Face での組織名',
      id: '`id:2406.01234` ID または DOI で 1 件の論文',
      has: '`has:code` コードあり、ほかに pdf、doi',
      is: '`graphs is:new` 新着だけ、ほかに cross、replaced、`graphs is:withdrawn`、notice',
      upvotes: '`upvotes:>=20` 高評価がその数以上',
    },
    reasons: {
      found: '{field, select, title {題名} abstract {概要} other {コメント}}に「{words}」',
      missing:
        '{field, select, any {題名にも概要にも} title {題名に} abstract {概要に} other {コメントに}}「{words}」なし',
      noComment: 'コメントがないため「{words}」なし',
      about: '{topic} についての論文',
      aboutBecause: '{topic} についての論文：{words}',
      word: '「{word}」',
      notAbout: '{topic} についての論文ではない（スコア {score}、基準 {line}）',
      scores: 'スコア {score}、基準 {line}',
      announced: '{how, select, cross {クロスリスト} replaced {差し替え} other {新着}}として公開',
      notAnnounced: '{how, select, cross {クロスリスト} replaced {差し替え} other {新着}}としての公開ではない',
      notYet: '未公開',
      status: '{status, select, notice {お知らせ} other {撤回された論文}}',
      notStatus: '{status, select, notice {お知らせ} other {撤回された論文}}ではない',
      onlyAsked: '{status, select, notice {お知らせ} other {撤回された論文}}（{term} で指定したときだけ一致）',
      by: '著者 {author}',
      notBy: '著者に「{author}」なし',
      inCategory: 'カテゴリー {category}',
      notInCategory: 'カテゴリー {category} ではない',
      primary: '主カテゴリー {category}',
      otherPrimary: '主カテゴリーは {category}、{asked} ではない',
      with: '{part, select, pdf {PDF} doi {DOI} other {コード}}あり',
      without: '{part, select, pdf {PDF} doi {DOI} other {コード}}なし',
      paper: '論文 {id}',
      otherPaper: '論文 {id} ではない',
      from: '所属 {organization}',
      notFrom: '所属は {organization}、「{asked}」ではない',
      unknownOrganization: '所属が不明なため「{asked}」ではない',
      listed: '{source} に掲載',
      notListed: '{source} に掲載なし',
      upvotes: '{n, plural, other {高評価 # 件}}',
      tooFewUpvotes: '{n, plural, other {高評価 # 件}}、{bound, number} 件より少ない',
      tooManyUpvotes: '{n, plural, other {高評価 # 件}}、{bound, number} 件より多い',
      upvotesUnknown: '高評価は集計されていない',
      excluded: '{term} により除外',
      excludedBecause: '{term} により除外：{why}',
      moreFail: '{n, plural, other {ほか # 件の選択肢も不一致}}',
    },
    syntax: {
      typed: '「{typed}」',
      nothingTyped: 'トピックがまだありません。diffusion models のような語を入力してください。',
      tooLong:
        'このトピックは {length, number} 文字で、上限は {limit, number} 文字です。2 つのトピックに分けてください。',
      tooLongInFull:
        '省略せずに書くと、このトピックは {length, number} 文字で、上限は {limit, number} 文字です。語を減らしてください。',
      tooManyTerms:
        'トピックに書ける語は {limit, number} 個までで、これはその次の 1 個です。2 つのトピックに分けてください。',
      tooDeep: 'グループの入れ子は {limit, number} 段までで、これはそれより深くなっています。括弧を減らしてください。',
      tooWide: 'これだけでは、ほぼすべての論文に一致します。graphs is:new のように、論文の内容を加えてください。',
      tildeAfterWord:
        '~ と数は、"graph neural"~5 のように、引用符で囲んだ語の後に付けます。語を引用符で囲むか、どの語形でも探すには {typed} とだけ書いてください。',
      tildeWithoutNumber:
        '引用符の後の ~ には、"graph neural"~5 のように、すぐ後に数が必要です。数を加えるか、~ を取ってください。',
      onlyExclusions:
        '除くものしか書かれていないため、ほぼすべての論文に一致します。graphs -survey のように、探すものを加えてください。',
      unclosedQuote: 'この引用符は閉じられていません。フレーズの終わりに加えるか、取ってください。',
      unclosedGroup: 'この括弧は閉じられていません。グループの終わりに ) を加えてください。',
      unopenedGroup: 'この括弧に対応する括弧がありません。取るか、前に ( を加えてください。',
      emptyGroup: 'この括弧の中には何もありません。語を加えるか、括弧を取ってください。',
      loneMinus: 'マイナスは、-survey のように、除く語のすぐ前に付けます。間を詰めるか、マイナスを取ってください。',
      tiedMinus:
        'これはハイフンともマイナスとも読めます。後に続くものを除くには前に空白を入れ、そうでなければ代わりに空白を書いてください。',
      missingWord:
        '{typed} の{side, select, before {前} other {後}}に語がありません。語を加えるか、この語そのものを探すには引用符で囲んでください。',
      missingTerm:
        '{typed} の{side, select, before {前} other {後}}に語がありません。語を加えるか、記号を取ってください。',
      missingValue: '{name}: の後に値（{takes}）が必要です。加えるか、{name}: を取ってください。',
      fieldInField: '{outer}: のグループに、ほかのフィールドは入れられません。{name}: の前で括弧を閉じてください。',
      groupInField: '{name}: には、グループではなく値（{takes}）が必要です。括弧の代わりに引用符で語を囲んでください。',
      bareCategory: '{typed} はカテゴリーです。cat:{category} と書くか、文字列として探すには引用符で囲んでください。',
      barePaper: '{typed} は論文です。id:{id} と書くか、文字列として探すには引用符で囲んでください。',
      exclamation: '感嘆符で語を除くことはできません。-{word} と書くか、文字列として探すには引用符で囲んでください。',
      fieldWithoutColon:
        'フィールド名の後にはコロンが必要です。{meant} と書くか、文字列として探すには引用符で囲んでください。',
      unknownField:
        '{typed} というフィールドはありません。使えるフィールドは {fields} です。文字列として探すには引用符で囲んでください。',
      unknownFieldMeant:
        '{typed} というフィールドはありません。{meant}: のことですか？ 文字列として探すには引用符で囲んでください。',
      noWords: 'この引用符の中には語がありません。語を加えるか、引用符を取ってください。',
      onlySigns: '{typed} には記号しかありません。取るか、文字か数字を加えてください。',
      noStar:
        '{what, select, sentence {文} organization {組織の名前} other {名前}}は全体で比べるため、{typed} のアスタリスクは効きません。取ってください。',
      unknownValue: '{typed} はありません。{values} のいずれかを書いてください。',
      unknownValueMeant: '{typed} はありません。{meant} のことですか？',
      unknownCategory:
        'カテゴリー {typed} はありません。カテゴリーは cs.LG のように、アーカイブ全体は cs.* のように書いてください。',
      unknownCategoryMeant: 'カテゴリー {typed} はありません。{meant} のことですか？',
      unknownArea:
        'カテゴリー {typed} はありません。分野は {area} のように、すべての分野は {server}/* と書いてください。',
      starMoved:
        'アスタリスクは、transform* のように、語の終わりに付けます。{typed} のアスタリスクを動かすか、取ってください。',
      starInside:
        'アスタリスクは、transform* のように、語の終わりに付けます。{typed} の代わりに {begun}* と書いてください。',
      starInPhrase: '引用符の中ではアスタリスクは効きません。{typed} のアスタリスクか、引用符を取ってください。',
      shortPrefix:
        '{typed} では、ほぼすべての論文に一致します。アスタリスクの前に {least, number} 文字以上書いてください。',
      exactAndNear: '{typed} には = と ~ の両方がありますが、同時には使えません。= か ~{distance} を取ってください。',
      brokenDistance:
        '語の間に入る語の数は整数です。{distance} の代わりに {whole} と書くか、意味で探すには語の前に about: を書いてください。',
      tooFar:
        '{distance} 語も離れると、近いとは言えません。上限は {limit, number} です。~ の後の数を小さくしてください。',
      initials: '{typed} にはイニシャルしかなく、何千もの名前に当てはまります。姓を加えてください。',
      notAnId:
        '{typed} は arXiv ID でも DOI でもありません。2406.01234 や 10.1101/2026.01.02.123456 のように書くか、論文のアドレスを貼り付けてください。',
      notACount: '{typed} は高評価の数ではありません。>=20、<5、20、10..50 のように書いてください。',
      impossibleCount: '{typed} に当てはまる高評価の数はありません。上限と下限を入れ替えるか、変えてください。',
      exactSentence: '{typed} に = がありますが、意味で探すときは効きません。取ってください。',
      longSentence:
        'この文には {words, number} 語あり、上限は {limit, number} 語です。論文の内容を短い 1 文で書いてください。',
      meaningOff:
        'ボットの運営者が、意味によるトピックを切っています（MEANING=off）。about: や ~ を使わずに、論文に出てくる語を書いてください。',
      meaningDamaged:
        'ボットの単語ベクトルの表が壊れているため、現在、意味によるトピックは使えません。ボットの運営者に伝えるか、論文に出てくる語を書いてください。',
      strictness:
        'トピックの厳しさは、~ の後に、{least}（論文が多い）から {most}（少ない）までの、小数点以下 2 桁までの数で書きます。{typed} を変えるか、省いてください。',
      emptySentence: 'これらの語は、ほぼすべての論文に出てきます。論文の内容を加えてください。',
      unknownMeaning:
        '{typed} の意味がわかりません。これらの語を含む論文を探すには about: と ~ を省き、そうでなければ別の言葉で書いてください。',
      takesWords: '語、"フレーズ"、または括弧で囲んだグループ',
      takesName: '名前、"フルネーム"、または括弧で囲んだグループ',
      takesSource: '情報源：{sources}',
      takesPart: 'code、pdf、doi のいずれか',
      takesId: '2406.01234 のような arXiv ID、DOI、または論文のアドレス',
      takesCount: '数：>=20、<5、20、10..50 など',
      takesSentence: 'about:"editing the weights of a trained model" のように引用符で囲んだ文',
      takesState: 'new、cross、replaced、withdrawn、notice のいずれか',
      takesCategory:
        'cs.LG や biorxiv/genomics のようなカテゴリー、cs.* のようなアーカイブ、または括弧で囲んだそのグループ',
    },
    pause: {
      noSubscription: '{channel} には購読がないため、止めるダイジェストがありません。`/subscribe` で購読してください。',
      done: '完了しました。{channel} のダイジェストを {end} まで止めます。購読はそのまま残ります。',
      doneOpen:
        '完了しました。誰かが `/digest resume` を実行するまで、{channel} のダイジェストを止めます。購読はそのまま残ります。',
      announced: '{person} さんが、このチャンネルのダイジェストを {end} まで止めました。',
      announcedOpen:
        '{person} さんが、このチャンネルのダイジェストを止めました。誰かが `/digest resume` を実行すると再開します。',
      unreadable: '「{typed}」を日付として読めません。{hint}',
      far: '「{typed}」は先すぎます（{day}）。{hint}',
      today: '「{typed}」は今日です。{hint}',
      past: '「{typed}」は過去の日付です（{day}）。{hint}',
      hint: '`2 weeks`、`next monday`、`1 July`、`2027-01-07` のように、明日から 1 年以内の日を指定してください。',
    },
    permissions: {
      administrator: '管理者',
      manageChannels: 'チャンネルの管理',
      viewChannel: 'チャンネルを見る',
      sendMessages: 'メッセージを送信',
      embedLinks: '埋め込みリンク',
      readMessageHistory: 'メッセージ履歴を読む',
      manageThreads: 'スレッドの管理',
      createPublicThreads: '公開スレッドの作成',
      sendMessagesInThreads: 'スレッドでメッセージを送信',
    },
    past: {
      postedAt: '**{channel} の{day}のダイジェスト**（投稿されたとおり）：{link}。この写しはあなただけに見えます。',
      posted: '**{channel} の{day}のダイジェスト**（投稿されたとおり）。この写しはあなただけに見えます。',
      underWay:
        '**{channel} の{day}のダイジェスト**（作成されたとおり）。状態：{state}。詳しくは `/digest status` を確認してください。この写しはあなただけに見えます。',
      forgotten:
        '{channel} の{day}のダイジェストには{papers, plural, other {論文が # 件}}ありました。メッセージはもう保存されていません。論文を見るには、{channel} で `/papers cite since:{date} until:{date}` を実行してください。',
      quiet:
        '{day}は {channel} に一致する新しい論文がなかったため、ダイジェストはありませんでした。論文は `/papers search` で日付に関係なく探せます。',
      stale:
        '{day}は {channel} のダイジェストがありませんでした。一致する論文がなく、その日の論文の一部が揃っていませんでした。後から届いた論文は、その後のダイジェストに入ります。何が欠けていたかは `/digest status` で確認できます。',
      waiting:
        '{channel} の{day}のダイジェストはまだ作成されていません。情報源を待っています。どの情報源かは `/digest status` で確認できます。',
      notMade:
        '{channel} の{day}のダイジェストは作成されませんでした。情報源を待つうちに、その日が終わりました。論文は次のダイジェストに回ります。最近のダイジェストは `/digest status` で確認できます。',
      failed:
        '{channel} の{day}のダイジェストは作成できませんでした（{reason}）。論文は次のダイジェストに回ります。最近のダイジェストは `/digest status` で確認できます。',
      before:
        '{day}は {channel} のダイジェストがありませんでした。最も古い購読は{since}からです。論文は `/papers search` で日付に関係なく探せます。',
      paused:
        '{day}は {channel} のダイジェストがありませんでした。{since}から止まっています。`/digest resume` で再開できます。',
      off: '{day}は {channel} のダイジェストがありませんでした。現在の予定では、その曜日にダイジェストはありません（{schedule}）。`/digest settings` で変更できます。',
      unknown:
        '{channel} の{day}のダイジェストは記録されていません。止まっていたか、投稿できなかったか、ボットが動いていなかった可能性があります。最近のダイジェストは `/digest status` で確認できます。',
      future:
        '{day}のダイジェストはまだ作成されていません。日付なしの `/digest preview` で、今投稿した場合の内容を確認できます。',
      unreadable:
        '「{typed}」を日付として読み取れません。`2026-06-01`、`yesterday`、`monday` のように書くか、候補から選んでください。',
    },
    posting: {
      posted:
        '完了しました。{channel} に{papers, plural, other {論文 # 件}}を{messages, plural, other {# 件のメッセージ}}で投稿しました。',
      postedRest:
        '完了しました。{channel} にダイジェストの残りを{messages, plural, other {# 件のメッセージ}}で投稿しました。',
      alreadyPosted: '{channel} には{day}のダイジェストがすでにあり、ダイジェストは 1 日 1 回です。次回：{next}。',
      queued: '{channel} のダイジェストはまだ完了していません。{when} もう一度試します。再実行は不要です。',
      queuedBecause:
        '{channel} のダイジェストはまだ完了していません（{reason}）。{when} もう一度試します。再実行は不要です。',
      incomplete:
        '{day}のダイジェストの{messages, plural, other {メッセージ # 件}}のうち、{arrived, number} 件が {channel} に届きました。{rest, select, uncertain {残りは届いたかどうかわかりません} other {残りは投稿できませんでした}}{reason}。詳しくは `/digest status` を確認してください。',
      because: '（{reason}）',
      blocked: '{channel} には投稿できません（{reason}）。{next}',
      nothingSubscribed: '{channel} には購読がないため、ダイジェストはありません。`/subscribe` で購読してください。',
      nothingNew:
        '{channel} に新しい論文はありません。前回のダイジェスト（または購読）以降、一致する論文がありません。以前の論文は `/papers search` で探せます。',
      goesOn: 'ダイジェストを続けます：{messages, plural, other {残り # 件のメッセージ}}。',
      notPaused:
        '{channel} のダイジェストは止まっていないため、何も変更していません。`/digest status` を確認してください。',
      resumed:
        '完了しました。{channel} のダイジェストを再開します。次回（{next}）のダイジェストには、停止中に一致した論文が入ります。',
      resumedWithout:
        '完了しました。{channel} のダイジェストを再開します。次回（{next}）のダイジェストには、過去 {days, number} 日間に一致した論文が入ります。{papers, plural, other {それより前に一致した # 件の論文は投稿されません。`/papers search` で探せます}}。',
      resumeAnnounced: '{person} さんが、このチャンネルのダイジェストを再開しました。次回のダイジェスト：{next}。',
    },
    proposal: {
      oneOfThree: '`topic`、`file`、`author` のうち一つだけを指定してください。どれも論文の内容を表します。',
      badAuthor:
        '「{typed}」を著者の ID として読み取れません。ORCID（例： `0000-0002-1825-0097` ）、OpenAlex の ID（例： `A5023888391` ）、Semantic Scholar の ID（例： `1741101` ）、またはそのページのアドレスを指定してください。',
      fromFile: 'ファイル（{format}）にある{n, plural, other {論文 # 件}}から提案しています。',
      fromAuthor: '{service} にある {author} の{n, plural, other {論文 # 件}}から提案しています。',
      skipped: '{n, plural, other {# 件}}を除外しました：{entries}。',
      skippedEntry: '{entry}（{reason, select, damaged {破損} long {長すぎる} other {タイトルなし}}）',
      skippedMore: 'ほか {n, number} 件',
      further: '最初の {n, number} 件を読み、その後の {more, number} 件は読んでいません。',
      finds: 'あなたの{n, plural, other {論文 # 件}}のうち {found, number} 件が見つかります。',
      findsByTitle:
        'あなたの{n, plural, other {論文 # 件}}のうち {found, number} 件が見つかります。多くは要旨がないため、主にタイトルで比べています。',
      missedButton: '見つからない論文',
      missed: '**{topic}** では、あなたの論文のうち次の{n, plural, other { # 件}}が見つかりません：',
      missedMore: '… ほか {n, number} 件',
      missesNothing: '**{topic}** で、あなたの論文はすべて見つかります。',
      forgotten:
        '論文のリストはもうありません。保持するのは最長 1 時間です。 `/subscribe` をもう一度実行してください。',
      followAuthor: '代わりに {author} をフォロー',
      nothingInCommon:
        '{n, plural, other {あなたの論文}}に共通し、ほかの論文にない単語が見つかりませんでした。同じ主題の論文を増やすか、トピックを自分の言葉で入力してください。',
      fileTooLarge: '読めるファイルは 1 MB までです。論文を減らすか、添付やメモを除いて書き出してください。',
      fileGone: 'このファイルは Discord にもうありません。もう一度添付してください。',
      fileUnreachable: 'このファイルを Discord から取得できませんでした。1 分後にもう一度お試しください。',
      fileTooHard: '時間とメモリの制限内にこのファイルを読めませんでした。もう一度書き出すか、論文を減らしてください。',
      fileBusy: 'ほかのファイルを読んでいます。1 分後にもう一度お試しください。',
      fileEmpty: 'このファイルは空です。もう一度書き出してください。',
      fileNoText: 'このファイルはテキストではありません。BibTeX、RIS、CSL-JSON のいずれかで書き出してください。',
      fileUnknown: 'このファイルは BibTeX、RIS、CSL-JSON のいずれでもありません。いずれかの形式で書き出してください。',
      fileDamaged:
        'このファイルは CSL-JSON のように始まりますが、正しい JSON ではありません。もう一度書き出してください。',
      fileNoPapers: 'このファイル（{format}）にタイトルのある論文が見つかりませんでした。{skipped}',
      authorUnknown: '{service} はこの著者を知りません。ID を確かめるか、論文をファイルで指定してください。',
      authorBusy: '{service} は現在混み合っています。数分後にもう一度試すか、論文をファイルで指定してください。',
      authorClosed:
        '有効なキーがないため、{service} から答えを得られません。キーは運営者が設定できます。代わりに論文をファイルで指定してください。',
      authorUnreachable: '現在 {service} に接続できません。後でもう一度試すか、論文をファイルで指定してください。',
      authorNoPapers: '{service} にこの著者の論文はありません。代わりに論文をファイルで指定してください。',
    },
    quiet: {
      line: '**{date}**：一致する新しい論文はありません。{announced, plural, =0 {新着はありませんでした。} other {新着は # 件でした。}}',
      next: '次回のダイジェスト：{time}',
    },
    reading: {
      savedOne: '保存しました：{paper}',
      savedSome: '保存しました：{papers, plural, other {論文 # 件}}',
      alreadyOne: 'すでにリーディングリストにあります：{paper}',
      alreadySome: 'すでにリーディングリストにあります：{papers, plural, other {論文 # 件}}',
      andMore: 'ほか {papers, number} 件',
      total:
        'リーディングリストには{papers, plural, other {論文が # 件}}あります。`/papers saved` で表示と出力ができます。',
      full: '何も保存していません。リーディングリストには{papers, plural, other {論文が # 件}}あり、上限は {limit, number} 件のため、{more, plural, other {あと # 件}}は入りません。`/papers saved` でいくつか外してください。リストの出力もできます。',
      undo: '元に戻す',
      undone: '元に戻しました：{papers, plural, other {論文 # 件}}をリーディングリストから外しました。',
      remove: '外す',
      dropped: '論文をリーディングリストから外しました。',
      list: 'あなたのリーディングリスト：{papers, plural, other {論文 # 件}}（保存が新しい順）。',
      page: '{page, number} / {pages, number} ページ',
      exported: 'リーディングリスト（{format}）：{papers, plural, other {論文 # 件}}をファイルに出力しました。',
      empty:
        'リーディングリストは空です。ダイジェストや論文の下のメニューで「保存」を選ぶか、メッセージのアプリから「論文を保存」を選んでください。',
      savedWhen: '{when} に保存',
      note: 'メモ：{note}',
      chooseRemove: '論文を外す…',
      chooseNote: 'メモを書く…',
      previous: '前へ',
      next: '次へ',
      removed: '外しました：{paper}',
      restored: 'リーディングリストに戻しました：{paper}',
      noted: 'メモを保存しました：{paper}',
      unnoted: 'メモを削除しました：{paper}',
      noteTitle: 'メモ',
      noteLabel: '覚えておきたいことは何ですか？',
      noteHint: 'あなただけに見えます。空にすると削除されます。',
    },
    reviews: {
      title: '**今週のよい論文をもう一度**',
      about: '{first} から {last} までのダイジェストの論文を、その後の反応の順に並べました。',
      postName: '今週のよい論文（{day}）',
      upvotes: '▲ {n, plural, other {高評価 # 件}}',
      upvotesGained: '▲ {n, plural, other {高評価 # 件}}（その後 +{gained, number}）',
      marks: '{n, number} × {mark}',
      nextAt: '次回の週間まとめ：{at}、{relative}',
      nextDue: '次回の週間まとめ：次のダイジェストの後',
    },
    search: {
      previous: '前へ',
      next: '次へ',
      share: '共有',
      shared: '-# このページをチャンネルに共有しました。',
      sharedBy: '{person} さんが **{topic}** の検索結果を共有しました：',
      alsoAbout: '関連する論文',
      nearestOne: '意味が **{topic}** にもっとも近い論文{place}。',
      nearest: '意味が **{topic}** にもっとも近い{n, plural, other {論文 # 件}}{place}。',
      found: '**{topic}** の{n, plural, other {論文 # 件}}{place}。',
      foundAtLeast: '**{topic}** の{n, plural, other {論文は少なくとも # 件}}{place}。',
      wordsNone:
        '**{topic}** のすべての語を含む論文はありません。{others, plural, other {以下は一部の語を含みます}}{place}。',
      wordsSome:
        '{all, plural, other {# 件の論文}}が **{topic}** のすべての語を含みます。{others, plural, other {残りは一部の語を含みます}}{place}。',
      order: '（{order, select, newest {新しい順} nearest {意味の近い順} other {関連度の高い順}}）',
      range: '：{from, number}〜{to, number} 件目{order}',
      asWords: '-# ただの語句として読みました。{reason}',
      withoutSigns:
        '-# 語の意味だけを比べるため、フィールド、除外、その他の記号は効きません。使うときは `sort` を省いてください。',
      examined:
        '-# 候補の論文が多すぎるため、{order, select, newest {新しい} nearest {意味の近い} other {関連度の高い}}順に {n, number} 件だけを調べました。ほかの論文を見るには、語を足してください。',
      listed:
        '-# {order, select, newest {新しい} nearest {意味の近い} other {関連度の高い}}順に {n, number} 件を表示しています。ほかの論文を見るには、語を足してください。',
      small: '-# {text}',
      noMore: 'これ以上の論文はありません。`/papers search` をもう一度実行してください。',
      since: '-# {since} 以降の論文だけです。',
      noneSince:
        '**{topic}** の論文は {since} 以降には見つかりませんでした。保存されたすべての論文から探すには、`since` を省いてください。',
      noneNear: '**{topic}** に意味の近い論文は保存されていません。語句で検索するには、`sort` を省いてください。',
      noneIndexed: 'これまでに索引に入った論文に、**{topic}** に一致するものはありません。{indexing}',
      noneExamined:
        '**{topic}** の候補を{order, select, newest {新しい} nearest {意味の近い} other {関連度の高い}}順に {n, number} 件調べましたが、一致する論文はありませんでした。ほかの論文を見るには、語を足してください。',
      none: '**{topic}** に一致する論文は保存されていません。トピックの書き方は `/papers help` で説明しています。',
      noneAdvice:
        '**{topic}** に一致する論文は保存されていません。{advice}トピックの書き方は `/papers help` で説明しています。',
      meaningOff:
        'ボットの運営者が意味による検索を切っている（MEANING=off）ため、ここでは意味の近い順に並べられません。`sort` を省いてください。',
      meaningDamaged:
        'ボットの単語ベクトルの表が壊れているため、ここでは意味の近い順に並べられません。`sort` を省いてください。',
      noneSimilar: '{paper} に似た論文はありません。',
      similar: '{paper} に似た論文（似ている順）：',
      badId:
        '「{typed}」は、私が読める arXiv ID、DOI、アドレスではありません。`2406.01234` のように書くか、`/papers search` で検索してください。',
      unknown: '論文 `{id}` は見つかりません。ID を確認するか、`/papers search` で検索してください。',
      unknownAnywhere:
        '論文 `{id}` は見つかりません。{sources} にも{n, plural, other {ありません}}。ID を確認するか、`/papers search` で検索してください。',
      unreachable: 'この論文は保存されておらず、現在 {failed} に問い合わせられません。1 分後にもう一度お試しください。',
      unreachableElse:
        'この論文は保存されておらず、{sources} にもありません。現在 {failed} には問い合わせられません。1 分後にもう一度お試しください。',
    },
    settings: {
      head: '**{channel} のダイジェスト設定**',
      headChanged: '**{channel} のダイジェスト設定**（変更しました）',
      line: '{label}：{value}',
      change: '{label}：{before} → **{after}**',
      subscriptions: '購読：{count, number} 件',
      noDigest: '次回のダイジェスト：購読がないため、ありません。`/subscribe` で購読してください。',
      lastDigest: '前回のダイジェスト：{time}',
      unchanged: '何も変更していません。',

      when: '配信',
      max: '最大件数',
      maxValue: '1 回に{count, plural, other {論文 # 件}}',
      grace: '遅れている情報源を待つ時間',
      graceValue: '{count, plural, =0 {待たない} other {最長 # 分}}',
      layout: '表示形式',
      layoutQuestion: 'ダイジェストの論文をどのように表示しますか？',
      ranking: '順序',
      rankingQuestion: 'どの論文を先に並べ、多すぎるときに残しますか？',

      sources: '情報源',
      sourcesAll: 'すべて',
      sourcesQuestion:
        'どの情報源の論文をダイジェストに入れますか？「すべて」を選ぶと、後から加わる情報源の論文も入ります。',
      upvotes: '高評価',
      upvotesValue: '{count, plural, =0 {何件でも} other {# 件以上}}',
      upvotesQuestion:
        'ダイジェストを作る時点で、論文に何件の高評価が必要ですか？ 高評価があるのは、Hugging Face に載っている論文だけです。',

      nothingPasses:
        '{channel} に新しい論文はありません。前回のダイジェスト（または購読）以降、トピックに一致し、情報源と高評価の設定を満たす論文がありません。`/digest settings` で設定を確認するか、`/papers search` で以前の論文を探してください。',

      mention: 'メンション',
      mentionNobody: 'なし',
      mentionGone: 'なし（ロールが削除されたため）',
      mentionRefused: 'なし（Discord の設定で {role} にメンションできないため）',
      mentionQuestion: 'ダイジェストのたびに、誰にメンションしますか？ 選んだロールを持つ全員に通知が届きます。',
      mentionMenu: 'ロールを選択',
      mentionClear: 'メンションしない',
      mentionWarning:
        'ダイジェストのたびに、ロール {role} を持つ全員に通知が届きます。論文のない日とプレビューでは届きません。',
      refusedEveryone:
        'ダイジェストで全員にメンションすることはできません。各自が付け外しできるロールを選んでください。',
      refusedGone: 'このロールは削除されました。別のロールを選んでください。',
      refusedBot: '{role} はボットのロールで、誰にも通知が届きません。メンバーが持つロールを選んでください。',
      mentionEverybody: '{everyone}、{here}、全てのロールにメンション',
      refusedToBot:
        '私は {role} にメンションできません。サーバー設定の「ロール」で全員がメンションできるようにするか、このチャンネルで「{permission}」の権限を私に与えてください。その後、もう一度選んでください。',
      refusedToPerson:
        'あなたは {role} にメンションできないため、メンションを設定できません。サーバー設定の「ロール」で、全員がメンションできるようにしてもらい、もう一度選んでください。',

      seen: 'サーバーで見た論文',
      seenOmitted: '省く',
      seenRepeated: 'もう一度届ける',
      seenQuestion:
        'サーバーで自分が購読したダイジェストで受け取った論文や、保存した論文を、あなた専用のダイジェストから省きますか？',
      seenChoiceOmit: '省く',
      seenChoiceRepeat: 'もう一度届ける',

      learnedBoth: '{topic} について学習：増やす {more}、減らす {less}（{marks, plural, other {評価 # 件}}から）',
      learnedMore: '{topic} について学習：増やす {more}（{marks, plural, other {評価 # 件}}から）',
      learnedLess: '{topic} について学習：減らす {less}（{marks, plural, other {評価 # 件}}から）',
      learnedNothing: '学習：現在のトピックについてはなし（{marks, plural, other {評価 # 件}}から）',
      learnedOthers: '-# {count, plural, other {ほか # 件のトピックにも評価があります。}}',
      forget: '学習内容をリセット',
      forgetQuestion: '**{channel} で{marks, plural, other {# 件の評価}}から学習した内容を忘れますか？**',
      forgetHint: '-# 今後のダイジェストは、これらの評価なしで並べます。元に戻すことはできません。',
      forgetNow: 'リセット',
      forgotten:
        '{marks, plural, =0 {リセットするものはありませんでした。} other {完了しました。評価 # 件を削除しました。}}',
      forgottenAnnounced:
        '{person} さんが、このチャンネルで{marks, plural, other {# 件の評価}}から学習した内容をリセットしました。',

      quiet: '論文のない日',
      quietOn: '短いお知らせ',
      quietOff: '投稿しない',
      quietQuestion: '一致する新しい論文がない日は、何を投稿しますか？',
      quietChoiceOn: '短いお知らせ',
      quietChoiceOff: '何も投稿しない',
      followUps: '投稿した論文の変更',
      followUpsOn: '1 回返信する',
      followUpsOff: '知らせない',
      followUpsQuestion: '投稿した論文に新しい版やコードが出たとき、また採択や撤回があったとき、何を投稿しますか？',
      followUpsChoiceOn: '元のメッセージに 1 回返信する',
      followUpsChoiceOff: '何も投稿しない',
      weekly: '週間まとめ',
      weeklyQuestion:
        '過去 7 日間のよい論文を、何曜日にリストでもう一度届けますか？ダイジェスト以降の高評価、コード、採択、マークで決まります。',
      publish: 'このチャンネルをフォローするサーバー',
      publishOn: 'ダイジェストを届ける',
      publishOff: '何も届けない',
      publishQuestion: 'このチャンネルをフォローするサーバーにも、ダイジェストを届けますか？',
      publishChoiceOn: 'はい、公開します',
      publishChoiceOff: 'いいえ、ここだけにします',
      language: '言語',
      languageQuestion: 'ダイジェストをどの言語で届けますか？ 題名と概要は元のままです。',

      menu: '設定を変更…',
      menuNext: '別の設定を変更…',
      menuForm: '時刻、タイムゾーン、曜日、件数、待ち時間',
      place: '**{channel} のダイジェスト**',
      present: '現在：{value}',
      back: '戻る',
      confirm: '**{channel} のダイジェストを変更しますか？**',
      unsaved: '-# 保存するまで、何も変更されません。',
      save: '保存',
      cancel: 'キャンセル',
      cancelled: 'キャンセルしました。何も変更していません。',
      changedMeanwhile: 'その間にほかの人が変更したため、保存していません。変更をもう一度確認してください。',
      announced: '{person} さんが、このチャンネルのダイジェストを変更しました。',

      form: 'ダイジェストの配信',
      formTime: '時刻',
      formTimeHint: '例：09:00、9am',
      formZone: 'タイムゾーン',
      formZoneHint: '都市、地域または国（例：Tokyo）',
      formDays: '曜日',
      formDaysHint: '例：every day、weekdays、Mon Wed Fri',
      formMax: '1 回のダイジェストの最大件数',
      formMaxHint: '上位の論文を表示します。1 から 30 まで',
      formGrace: '遅れている情報源を待つ時間（分）',
      formGraceHint: '0（待たない）から 720 まで',
      badTime: '「{typed}」を時刻として読めません。`09:00` や `9am` のように書いてください。',
      badDays: '「{typed}」を曜日として読めません。`every day`、`weekdays`、`Mon, Wed, Fri` のように書いてください。',
      threadRefused:
        '{channel} ではダイジェストのスレッドを開けません。 **{names}** がありません。{n, plural, other {チャンネル設定の「権限」で許可し}}、もう一度表示形式を選んでください。',
      threadInForum:
        '{channel} はフォーラムなので、どのダイジェストもすでに別の投稿です。表示形式「カード」を選んでください。',
      threadNowhere:
        'ダイジェストがスレッドを開けるのは、テキストチャンネルとアナウンスチャンネルだけです。表示形式「カード」か別のチャンネルを選んでください。',
      badNumber:
        '「{typed}」は、ここで使える数ではありません。{min, number} から {max, number} までの数を指定してください。',
      zoneSeveral: '「{typed}」には複数のタイムゾーンがあります。何も変更していません。{next}',
      zoneClock:
        '「{typed}」は場所ではなく時刻の名前で、時計がいつ変わるかがわかりません。何も変更していません。{next}',
      zoneUnknown: 'タイムゾーン「{typed}」はわかりません。何も変更していません。{next}',
      zoneExample: '`Berlin` や `Europe/Berlin` のように、都市か地域を指定してください。',
      zoneMeant: '{zones} のことですか？',
    },
    setup: {
      greeting: '**こんにちは。その日の研究論文をお届けします。**',
      greetingNext:
        'チャンネルとトピックを選ぶと、1 日 1 回ダイジェストが届きます。設定できるのは、チャンネルを管理できるメンバーです。手順は本人だけに見えます。',
      start: '設定を始める',
      channel: '**設定 1 / 4**：論文をどのチャンネルに届けますか？',
      chooseChannel: 'チャンネルを選択…',
      topics:
        '**設定 2 / 4**：{channel} に届ける論文のトピックは何ですか？ 研究分野を選んで用意されたトピックを使うか、自分の言葉で入力してください。',
      chooseField: '研究分野を選択…',
      chooseTopics: '{field}のトピック…',
      chosen: '選択中：{topics}',
      ownWords: '自分の言葉で入力',
      next: '次へ：時刻',
      clear: '選び直す',
      cancel: 'キャンセル',
      tooMany: '設定で選べるトピックは {n, number} 件までです。後から `/subscribe` で追加できます。',
      noneChosen: 'トピックがまだ選ばれていません。研究分野を選ぶか、自分の言葉で入力してください。',
      time: '**設定 3 / 4**：{channel} のダイジェストは **{time} {zone}** に届きます。よろしいですか？',
      setTime: '時刻とタイムゾーンを変更',
      preview: 'はい、プレビューを表示',
      formTitle: 'ダイジェストの配信',
      would:
        '**設定 4 / 4：まだ購読していません。** {channel} に **{time} {zone}** にダイジェストが届くようになります。トピック：',
      rate: '• {topic}：{rate}',
      noForecast: '• {topic}：論文がまだ保存されていないため、見込みはありません',
      noMatch: '• {topic}：最近数日に一致する論文はありません',
      recent: '一致する最近の論文',
      subscribe: '購読する',
      changeTopics: 'トピックを変更',
      cancelled: 'キャンセルしました。何も変更していません。**設定を始める**ボタンで、もう一度始められます。',
      expired:
        'この設定は 1 日以上前のもので、ボタンは使えません。もう一度 **設定を始める** を押すか、`/subscribe` を使ってください。',
      done: '完了しました。{channel} に {topics} の論文が届きます。',
      capReached:
        'このサーバーの購読は {n, number} 件で、上限に達しているため、これ以上トピックを追加していません。`/unsubscribe` で 1 つ削除してください。',
      doneNext: '{next}。変更は `/digest settings` で、トピックの変更は `/subscriptions` でできます。',
      announced: '{person} さんが、このチャンネルを設定しました。{topics} の論文が届きます。',
      computerScience: '計算機科学',
      statistics: '統計学',
      mathematics: '数学',
      physics: '物理学',
      quantum: '量子物理学',
      astrophysics: '宇宙物理学',
      condensed: '物性物理学',
      biology: '生物学',
      engineering: '工学',
      economics: '経済と金融',
    },
    slack: {
      greeting: 'これから、Discord の {channel} のダイジェストがここにも投稿されます。',
      greetingOwn: 'これから、あなたの Paperboy のダイジェストがここにも投稿されます。',
      badAddress:
        'Slack の Incoming Webhook のアドレスではありません。{example} のような形です。Slack のアプリの「Incoming Webhooks」のページで発行できます。',
      noDigest: '{channel} にはまだトピックがないため、送るダイジェストがありません。`/subscribe` で追加できます。',
      already: 'その Webhook はすでに {channel} のダイジェストを受け取っています。',
      full: '{channel} のダイジェストはすでに {most, plural, other {# 個の Webhook}}に送られています。先に 1 つ削除してください。',
      refused: 'Slack はその Webhook では何も受け付けません: {reason}。',
      later: '最初のメッセージを投稿できなかったため、何も変わっていません: {reason}。数分後にもう一度お試しください。',
      added: '{webhook} はこれから {channel} のダイジェストを受け取ります。最初のメッセージを投稿しました。',
      addedOpenly: '{person} が Slack の Webhook を追加しました。このチャンネルのダイジェストを受け取ります。',
      title: '**{channel} のダイジェストの Slack Webhook**',
      none: '{channel} のダイジェストはどの Slack にも送られていません。`/digest slack` に `webhook` を付けて追加してください。',
      row: '{webhook}: {state}',
      fresh: '次のダイジェストから送られます',
      sent: '最後の送信は {day}',
      underWay: '{day} のダイジェストを送信中です',
      underWayBecause: '{day} のダイジェストを再送しています: {reason}',
      uncertain: '{day} のダイジェストは届いていない可能性があり、再送されません: {reason}',
      dropped: '{day} のダイジェストは送られませんでした: {reason}',
      blocked: '**何も送られていません:** {reason}',
      menu: 'Webhook を変更…',
      remove: '{webhook} を削除',
      retry: '{webhook} をもう一度試す',
      removed: '{webhook} はもうダイジェストを受け取りません。',
      removedOpenly: '{person} が、このチャンネルのダイジェストを受け取っていた Slack の Webhook を削除しました。',
      retried: '{webhook} をもう一度試します。',
      notice:
        '{channel} のダイジェストを、Slack の Webhook の 1 つに送れなくなりました：{reason}。`/digest slack` で確認、再試行、削除ができます。',
      statusLine:
        'Slack: {webhooks, plural, other {Webhook # 個}}、{unsure, plural, =0 {不確かなものはありません} other {# 件のダイジェストが届いていない可能性があります}}、ブロック {blocked, number} 個。`/digest slack` を参照してください。',
    },
    stats: {
      shown: '**{name}**：{days, plural, other {過去 # 日間}}に{papers, plural, other {論文 # 件}}（{rate}）。',
      most: '{categories} が大半です。',
      perDay: '1 日 {papers} 件',
      perWeek: '週 {papers} 件',
      rare: '週 1 件未満',
      rareShort: '週 1 件未満',
      newestOnly:
        'このようなトピックでは論文を 1 件ずつ読むため、{days, plural, other {最近 # 日分}}だけを数えました。',
      allPapers: 'すべての論文',
      channelTopics: 'このチャンネルのトピック',
      moreTopics:
        'このチャンネルには{topics, plural, other {ほかに # 件のトピック}}があります。数には含みますが、図には描いていません。',
      subtitle: '{days, plural, other {# 日間}}に{papers, plural, other {論文 # 件}}',
      papersADay: '1 日あたりの論文数',
      upvotesADay: 'Hugging Face での 1 日あたりの高評価',
      upvotes: '{upvotes, plural, other {高評価 # 件}}',
      categories: '主カテゴリー',
      authors: '著者',
      altDays: '棒グラフ：{first}から{last}までの 1 日あたりの論文数、{rate}：{values}。',
      altTopics: '棒グラフ：{first}から{last}までの 1 日あたりの論文数（トピック別）：{values}。',
      altUpvotes: '曲線：Hugging Face での 1 日あたりの高評価、合計 {upvotes, number} 件：{values}。',
      altRanks: '{title}：{values}。',
      nothing:
        '**{topic}** の論文は、{days, plural, other {過去 # 日間}}に公開されていません。期間を長くするか、`/papers search` をお試しください。',
      nothingHere:
        'このチャンネルのトピックの論文は、{days, plural, other {過去 # 日間}}に公開されていません。期間を長くしてください。',
      empty:
        '{days, plural, other {過去 # 日間}}の論文は、まだありません。数分後にもう一度試すか、期間を長くしてください。',
      noPicture: '図を描けなかったため、図はありません。1 分後にもう一度お試しください。',
      trending: 'Hugging Face のトレンド',
      trendingToday: '過去 24 時間に増えた高評価',
      trendingWeek: '過去 7 日間に増えた高評価',
      trendingMonth: '過去 30 日間に増えた高評価',
      gained: '+{gained, number} / {upvotes, plural, other {高評価 # 件}}',
      altTrending: '{title}：{values}。',
    },
    status: {
      title: '**{channel} のダイジェストの状況**',
      nothingSubscribed: '購読がないため、ダイジェストはありません。`/subscribe` で購読してください。',
      waiting: '{sources} を待っています。{day}のダイジェストは、それまでに届いた論文で、{until} に配信します。',
      unreadable:
        '**{n, plural, other {# 件のトピック}}が読み取れない** ため、その論文は届きません。`/subscriptions` を確認してください。',
      damagedMeaning:
        '`about:"…"` のように意味で探すトピックは使えません。ボットの単語ベクトルの表が壊れています。ボットの運営者に伝えてください。詳細はログにあります。',
      permitted: '権限：ここで必要なものはすべてあります。',
      lacking:
        '権限：ここでは **{names}** がありません。チャンネル設定の「権限」で{n, plural, other {私に与えてください}}。',
      whyHistory: '-# 中断の後、メッセージが届いたかどうかを確かめるために履歴を読みます。',
      lastDigests: '**最近のダイジェスト**',
      sources: '**情報源**',
      run: '• {day}：**{state}**',
      runUnsure: '• {day}：**{state}、{all, number} 件中 {n, number} 件は不明**',
      delivered: '配信済み',
      onItsWay: '配信中',
      heldBack: '保留中',
      unsure: '不明',
      withdrawn: '取り消し',
      notMade: '未作成',
      waitingRun: '待機中',
      quiet: '論文なし',
      failed: '失敗',
      shown: '{matched, plural, other {一致 # 件}}中 {shown, number} 件を表示',
      nothingNew: '購読してから新着なし',
      announced: '新着 {n, number} 件',
      without: '{sources} を除く',
      nextHasThem: '論文は次のダイジェストで届きます',
      leftOut: '{n, plural, other {論文 # 件は Discord に拒否されたため省略}}',
      dropped: '{all, plural, other {メッセージ # 件}}中 {n, number} 件を破棄',
      droppedBecause: '{all, plural, other {メッセージ # 件}}中 {n, number} 件を破棄：{reason}',
      maybeMissing:
        '{all, plural, other {メッセージ # 件}}中 {n, number} 件が未着の可能性（チャンネルを確認してください。届いた可能性のあるものは、二度送りません）',
      maybeMissingBecause:
        '{all, plural, other {メッセージ # 件}}中 {n, number} 件が未着の可能性（チャンネルを確認してください。届いた可能性のあるものは、二度送りません）：{reason}',
      publishing:
        'このチャンネルをフォローするサーバーに未公開のメッセージ：{all, plural, other {#}} 件中 {n, number} 件（Discord の制限のため。次の試行 {when}）',
      unpublished:
        'このチャンネルをフォローするサーバーに公開されなかったメッセージ：{all, plural, other {#}} 件中 {n, number} 件（{reason}）',
      notAsked: '• {source}：**待機中**、まだ問い合わせていません',
      source: '• {source}：**{state}** {day}',
      sourceKind: '• {source}：**{state}** {day}（{kind, select, weekend {週末} holiday {休日} other {遅延}}）',
      stale: '前日のまま',
      partial: '一部のみ',
      announcedNothing: '新着なし',
      papers: '{n, plural, other {論文 # 件}}（新着 {fresh, number} 件）',
      asked: '問い合わせ {when}',
      again: '次は {when}',
    },
    subscribe: {
      preview: '**プレビューです。まだ購読していません。**',
      would: '{channel} に **{topic}** の論文が届くようになります。',
      wouldInstead: '{channel} に、**{replaced}** に代わって **{topic}** の論文が届くようになります。',
      recent: '一致する最近の論文',
      subscribe: '購読する',
      change: '変更する',
      edit: '編集',
      cancel: 'キャンセル',
      cancelled: 'キャンセルしました。何も変更していません。',
      noForecast: '見込み：論文がまだ保存されていないため、ありません。',
      forecastSoFar:
        '見込み：今のところ{n, plural, other {論文 # 件}}（保存された論文の索引がまだ完成していないため）。',
      forecastOneDay:
        '論文のあった最近の 1 日では、{n, plural, =0 {一致する論文はありませんでした} other {# 件の論文が一致しました}}。',
      forecastNone:
        '{window, select, days {過去 {days, number} 日間} other {論文のあった最近の {days, number} 日間}}：一致する論文はありません。',
      forecast:
        '{window, select, days {過去 {days, number} 日間} other {論文のあった最近の {days, number} 日間}}：{rate}（{n, plural, other {論文 # 件}}）。',
      line: '意味による一致の基準は、スコア {score}（~ の後の数）以上です。',
      lineUsual: '意味による一致の基準は、スコア {score}（~ の後の数）以上です。ほとんどのトピックに合う値です。',
      lineMoves:
        '意味による一致の基準は、スコア {score}（~ の後の数）以上です。{which, select, fewer {**減らす**} more {**増やす**} other {**減らす**と**増やす**}}で基準が動きます。',
      fewer: '減らす：{volume}',
      more: '増やす：{volume}',
      below: '基準をわずかに下回り、除かれた論文',
      onLastDay: '論文のあった最近の 1 日で',
      inLastDays: '過去 {days, number} 日間で',
      inLastDaysWithPapers: '論文のあった最近の {days, number} 日間で',
      youCan: 'このまま購読することもできます。',
      crowded:
        'かなり多い数です。ダイジェストには上位 {papers, number} 件が入ります。語、"phrase"、`title:` や、`cat:cs.LG` のようなカテゴリーで絞り込んでください。',
      next: '次回のダイジェスト：{next}（{schedule}）',
      nextNew: '次回のダイジェスト：{next}（{schedule}）、これから公開される論文が入ります',
      previewNext: '{next}。',
      alreadyThere:
        '{channel} には **{topic}** の論文がすでに届いているため、何も変更していません。トピックを変えるか、そのままにしてください。',
      changedMeanwhile:
        'その間にほかの人が {channel} のこのトピックを **{topic}** に変更したため、何も変更していません。もう一度変更するか、そのままにしてください。',
      changeTopic: 'トピックを変更',
      capReached:
        'このサーバーの購読は {n, number} 件で、上限に達しています。`/unsubscribe` で 1 つ削除するか、`graphs OR trees` のように OR でトピックをまとめてください。',
      done: '完了しました。{channel} に **{topic}** の論文が届きます。',
      doneInstead: '完了しました。{channel} に、**{replaced}** に代わって **{topic}** の論文が届きます。',
      doneNext: '{next}。変更は `/digest settings` で、ダイジェストの確認は `/digest preview` でできます。',
      announced: '{person} さんが、このチャンネルで **{topic}** を購読しました。',
      announcedInstead: '{person} さんが、このチャンネルのトピックを **{replaced}** から **{topic}** に変更しました。',
      formTitle: 'トピック',
      formLabel: 'どのような論文が必要ですか？',
      formHint: '語句、"phrases"、OR、-without、(…)、title: author: cat:',
      indexing:
        '検索の索引を作り直しています：{percent, number} % 完了（新しい論文から）。ダイジェストに影響はありません。',
    },
    subscriptions: {
      noneOnServer: 'このサーバーには購読がありません。`/subscribe` で購読してください。',
      noneInChannel: '{channel} には購読がありません。`/subscribe` で購読してください。',
      onServer: 'このサーバーの購読：{n, plural, other {# 件}}。',
      inChannel: '{channel} の購読：{n, plural, other {# 件}}。',
      page: '{page, number} / {pages, number} ページ',
      previous: '前へ',
      next: '次へ',
      undo: '元に戻す',
      topic: '• **{topic}**（{person}）',
      unreadable: '• **{topic}**（{person}）：**読み取れない**ため、論文は届きません。{reason}下で変更してください。',
      blocked: '-# 停止中：{next}',
      goneBelow: '削除されたチャンネルのトピックを、下で移すか削除してください。',
      channelBlocked: '{channel}：**停止中**、{reason}',
      channelNext: '{channel}：次回のダイジェストは {when}',
      channelPaused: '{channel}：{when}',
      changeTopic: 'トピックを変更…',
      removeSubscription: '購読を削除…',
      pauseOrResume: 'ダイジェストを停止・再開…',
      pause: '{channel} のダイジェストを停止',
      resume: '{channel} のダイジェストを再開',
      deletedChannel: '削除されたチャンネル',
      moveTopics: '{channel} のトピックの移動先…',
      removeTopics: '{channel} のトピックを削除',
      here: 'ここ',
      moved: '完了しました。{n, plural, other {# 件のトピック}}を {channel} に移しました。次回のダイジェスト：{next}。',
      alreadyThere: '{n, plural, other {# 件のトピック}}は、移動先ですでに購読されていました。',
      notSent:
        '削除されたチャンネル宛ての{n, plural, other {メッセージ # 件}}は送られません。論文は `/papers search` で探せます。',
      movedAnnounced: '{person} さんが、削除されたチャンネルの{n, plural, other {# 件のトピック}}をここに移しました。',
      dropped: '完了しました。削除されたチャンネルの{n, plural, other {# 件のトピック}}を削除しました。',
      removed: '完了しました。{channel} に {topic} の論文は届かなくなります。',
      removedLast:
        '完了しました。{channel} に {topic} の論文は届かなくなります。最後の購読だったため、ダイジェストも届かなくなります。',
      withdrawn: '{n, plural, other {まだ送っていないメッセージ # 件を取り消しました}}。',
      withdrawnUndo:
        '{n, plural, other {まだ送っていないメッセージ # 件を取り消しました。*元に戻す*を押すと送られます}}。',
      removedAnnounced: '{person} さんが、このチャンネルで {topic} の購読をやめました。',
      restored: '元に戻しました。{channel} には、これまでどおり {topic} の論文が届きます。',
      restoredAnnounced: '{person} さんが、このチャンネルで {topic} の購読を再開しました。',
    },
    timing: {
      nextDue: '次回のダイジェスト：まもなく',
      nextAt: '次回のダイジェスト：{at}、{relative}',
      paused: '{since} から**停止中**です。`/digest resume` で再開できます。',
      pausedUntil: '{since} から {until} まで**停止中**です。`/digest resume` で再開できます。',
      dueNow: 'まもなく',
      pausedOpen: '停止中（誰かが `/digest resume` を実行するまで）',
      pausedTill: '{until} まで停止中',
      everyDay: '毎日',
      weekdays: '平日',
      weekends: '週末',
      schedule: '{days} {time} {zone}',
      perDay: '1 日 {rate, number} 件',
      perWeek: '週 {rate, number} 件',
      lessThanWeekly: '週 1 件未満',
      aboutPerDay: '1 日約 {rate, number} 件',
      aboutPerWeek: '週約 {rate, number} 件',
    },
    topics: {
      unreadable: 'このトピックを読み取れません：',
      unreadableEnd: 'このトピックの末尾を読み取れません：',
      unreadableAt: 'このトピックの {character, number} 文字目を読み取れません：',
    },
    trail: {
      listedBy: '掲載：{listings}',
      listing:
        '{source}、{day}（{how, select, new {新着} pick {選出} cross {クロスリスト} replace {新しい版} other {新しい版、クロスリスト}}）',
      received: '受信：{at}',
      topics: '**{channel} のトピック**',
      moreTopics: '{n, plural, other {ほか # 件のトピック}}',
      misses: '• **{topic}** は一致しません：{reason}',
      matches: '• **{topic}** は一致します：{reason}',
      late: '{line}；論文が届いた後の {at} に購読',
      unreadable: '読み取れません：{reason}',
      thisPaper: 'この論文',
      duplicate: '{paper}（題名と著者が同じ論文）',
      because: '（{reason}）',
      posted: '{subject}は、{day}の {channel} のダイジェストで投稿されました。',
      postedAt: '{subject}は、{day}の {channel} のダイジェストで投稿されました。{link}',
      blocked: '{subject}は{day}の {channel} のダイジェストに入っていますが、投稿できません{because}。{next}',
      dropped:
        '{subject}は{day}の {channel} のダイジェストに入っていますが、そのメッセージを投稿できませんでした{because}。`/papers show` で表示してください。',
      uncertain:
        '{subject}は{day}の {channel} のダイジェストに入っています。そのメッセージが届いたかどうかわからないため、再送していません{because}。チャンネルを確認してください。',
      uncertainFrom:
        '{subject}は{day}の {channel} のダイジェストに入っています。そのメッセージが届いたかどうかわからないため、再送していません{because}。{from} 以降のチャンネルを確認してください。',
      withdrawn:
        '{subject}は{day}の {channel} のダイジェストに入っていましたが、送る前にチャンネルの最後の購読が削除されたため、ダイジェストを取り消しました。`/papers show` で表示してください。',
      onItsWay:
        '{subject}は{day}の {channel} のダイジェストに入っていて、現在配信中です{because}。配信を続けますので、何もする必要はありません。',
      onItsWayAgain:
        '{subject}は{day}の {channel} のダイジェストに入っていて、現在配信中です{because}。{when} もう一度試しますので、何もする必要はありません。',
      refused:
        '{subject}は{day}の {channel} のダイジェストに入っていましたが、Discord に拒否されたため省きました。`/papers show` で表示してください。',
      noSubscription: '{channel} には購読がないため、論文は届きません。`/subscribe` で購読してください。',
      notListed:
        'この論文は、私が取得した新着一覧のどれにもなかったため、どのダイジェストにも入りませんでした。私の最初の取得より古いか、まだ公開されていません。`/papers show` を使うと、{channel} に表示できます。',
      inNoListing:
        'この論文は、どの新着一覧にもなかったため、新着として扱いませんでした。`/papers show` を使うと、{channel} に表示できます。',
      newVersionOnly:
        'この論文は、新しい版としてだけ掲載されたため、新着として扱いませんでした。`/papers show` を使うと、{channel} に表示できます。',
      noMatch:
        '一致するトピックがないため、この論文は {channel} に届きませんでした。各トピックに足りないものは下にあります。トピックは `/subscriptions` で変更できます。',
      past: 'この論文は{day}ごろに公開されました。後から過去の論文として受信したもので、そのような論文は投稿されません。`/papers show` を使うと、{channel} に表示できます。',
      beforeSubscription:
        'この論文は一致しますが、{channel} で一致するトピックを購読する前に受信しました。購読で届くのは、それ以降の論文だけです。`/papers show` で表示してください。',
      otherSources:
        'この論文は一致しますが、{channel} のダイジェストに入るのは {sources} の論文だけです。`/digest settings` で変更できます。',
      otherSourcesOn:
        'この論文は一致しますが、{channel} のダイジェストに入るのは {sources} の論文だけです。そのため、{day}のダイジェストには入りませんでした。`/digest settings` で変更できます。',
      fewUpvotes:
        'この論文は一致しますが、{channel} のダイジェストに入るのは{least, plural, other {高評価 # 件以上}}の論文だけで、この論文の高評価は{upvotes, plural, =0 {まだありません} other {現在 # 件です}}。`/digest settings` で変更できます。',
      fewUpvotesOn:
        'この論文は一致しますが、{channel} のダイジェストに入るのは{least, plural, other {高評価 # 件以上}}の論文だけで、この論文の高評価は{upvotes, plural, =0 {まだありません} other {現在 # 件です}}。そのため、{day}のダイジェストには入りませんでした。`/digest settings` で変更できます。',
      noUpvotes:
        'この論文は一致しますが、{channel} のダイジェストに入るのは{least, plural, other {高評価 # 件以上}}の論文だけで、この論文の高評価を数える情報源がありません。`/digest settings` で変更できます。',
      noUpvotesOn:
        'この論文は一致しますが、{channel} のダイジェストに入るのは{least, plural, other {高評価 # 件以上}}の論文だけで、この論文の高評価を数える情報源がありません。そのため、{day}のダイジェストには入りませんでした。`/digest settings` で変更できます。',
      overMaximum:
        'この論文は一致しましたが、{day}の {channel} のダイジェストに入るのは{n, plural, other {論文 # 件}}までで、その中に入りませんでした。`/digest settings` で最大件数を増やせます。',
      leftOut:
        'この論文は {channel} のトピックに一致しますが、選定のときには入りませんでした。その後、トピック、設定、論文のいずれかが変わりました。`/papers show` で表示してください。',
      leftOutOf:
        'この論文は {channel} のトピックに一致しますが、{day}のダイジェストの選定のときには入りませんでした。その後、トピック、設定、論文のいずれかが変わりました。`/papers show` で表示してください。',
      comingBlocked:
        'この論文は {channel} の次回のダイジェストを待っていますが、現在そこには投稿できません（{reason}）。{next}',
      comingPaused:
        'この論文は一致しますが、{channel} のダイジェストは{when}です。再開後の最初のダイジェストには、最近数日の論文だけが入ります。',
      comingOverMaximum:
        'この論文は一致しますが、{channel} の次回のダイジェスト（{when}）では{n, plural, other {ほかの論文 # 件}}が先に並び、それ以上は入りません。`/digest settings` で最大件数を増やせます。',
      coming: 'この論文は {channel} の次回のダイジェスト（{when}）に入ります。`/digest preview` で確認できます。',
      place: '{place, number} 位',
      placeOf: '{n, number} 件中 {place, number} 位',
      oneOf: '一致した{n, plural, other {論文 # 件}}のうちの 1 件',
      ordered: '{place}、{order}',
      orderedHere: 'ここのダイジェストの並び順：{order}',
      placeAndOrder: '{place}。ここのダイジェストの並び順：{order}',
      byVotes: '高評価順。この論文は{n, plural, other {高評価 # 件}}です。',
      byDate: '日付順。この論文は{date}のものです。',
      byNoDate: '日付順。この論文には日付がありません。',
      byRelevance: '関連度順。',
      byRelevanceFor: '関連度順。 **{topic}** では {n, number} 件中 {place, selectordinal, other {# 位}}です。',
      raised: '{n, plural, other {# 件の高評価で {times} 倍に上がります}}。',
      raisedByMarks: '{n, plural, other {# 件の評価で {times} 倍に上がります}}。',
      loweredByMarks: '{n, plural, other {# 件の評価で {times} 分の 1 に下がります}}。',
      unmoved: '{n, plural, other {# 件の評価では変わりません}}。',
      lowered: 'クロスリストのため {share} 倍で数えます。',
      relevance: '関連度 {relevance}（{high} で高い）',
    },
    trending: {
      today: '過去 24 時間',
      week: '過去 7 日間',
      month: '過去 30 日間',
      title: '**Hugging Face のトレンド**：{period}で、1 時間あたりの高評価がもっとも多い{n, plural, other {論文}}。',
      titleOn:
        '**Hugging Face のトレンド**（**{topic}**）：{period}で、1 時間あたりの高評価がもっとも多い{n, plural, other {論文}}。',
      asOf: '{when} 時点。',
      gained: '{upvotes}、うち {gained, number} 件は{span}で（{pace}）',
      gainedAll: '{upvotes}、すべて{span}で（{pace}）',
      sinceListed: '{span}前の掲載以降 {upvotes}',
      gainedKnown: '{upvotes}、うち {gained, number} 件は{span}で',
      hours: '{n, plural, other {# 時間}}',
      days: '{n, plural, other {# 日}}',
      lessThanAnHour: '1 時間未満',
      perHour: '1 時間に {rate, number} 件',
      perDay: '1 日に {rate, number} 件',
      place: 'ランキング {place, number} 位',
      noneOn:
        '{period}に Hugging Face で高評価を得た **{topic}** の論文はありません。期間を長くするか、`/papers search` をお試しください。',
      none: '{period}に Hugging Face で高評価を得た論文はありません。期間を長くしてください。',
      noUpvotes:
        'Hugging Face の高評価がまだありません。数分後にもう一度お試しください。それでもない場合、このボットは Hugging Face を使わずに動いています。`/papers search` をお使いください。',
    },
    personal: {
      chat: 'あなたとの DM',
      about: '-# これは、ダイレクトメッセージで届くあなた専用のダイジェストについてです。',
      noSubscriptions: '購読がありません。`/subscribe` で購読してください。',
      subscriptions: 'あなたの購読：{n, plural, other {# 件}}。',
      capReached:
        '購読は {n, number} 件で、上限に達しています。`/unsubscribe` で 1 つ削除するか、`graphs OR trees` のように OR でトピックをまとめてください。',
      notHere:
        '私はこのサーバーに参加していないため、ここではあなた専用のダイジェストだけを変更できます。チャンネルの指定を省くか、私をサーバーに招待してください。',
      cannotWrite: 'あなたにメッセージを送れません（{reason}）。{next}',
      closedLater: '完了しましたが、あなたにメッセージを送れません（{reason}）。{next}',
    },
    pings: {
      added:
        '完了しました。ダイジェストに {topic} の論文があれば、{way, select, mention {{channel} でメンションします} other {ダイレクトメッセージで知らせます}}。一覧は `/papers pings` で確認できます。',
      changed:
        '変更しました。今後、ダイジェストに {topic} の論文があれば、{way, select, mention {{channel} でメンションします} other {ダイレクトメッセージで知らせます}}。',
      full: '{channel} の通知は {most, number} 件で、上限に達しています。`/papers pings` で 1 つ削除するか、OR でトピックをまとめてください。',
      elsewhere:
        'これは、サーバーの、ダイジェストが届くチャンネルで使えます。あなた専用のダイジェストはすべてあなた宛てなので、通知は不要です。',
      noDigest:
        '{channel} にはダイジェストが届かないため、通知するものがありません。管理者に、そこで `/subscribe` を実行するよう依頼してください。',
      none: '通知はありません。ダイジェストが届くチャンネルで `/papers ping` を実行すると設定できます。',
      list: 'あなたの通知：{count, plural, other {# 件}}。',
      row: '• {topic}（{place}）：{way, select, mention {メンション} other {ダイレクトメッセージ}}',
      remove: '通知を削除…',
      removed: '削除しました。{topic} の通知は届かなくなります。',
      noticeTitle: '{channel} のダイジェストに、あなたのトピックの論文があります：',
      noticeFoot: '`/papers ping` での設定によるお知らせです。`/papers pings` で停止できます',
      noticeMore: '{n, plural, other {ほか # 件}}',
    },
  },
};
