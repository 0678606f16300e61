/**
 * Names of cities that people type and that the tz database does not have: local and old names, names in other languages,
 * abbreviations, and university towns. A name that is in two zones is in both. Names of countries come from
 * `zone-countries.ts`.
 */
export const localNamesByZone: ReadonlyMap<string, readonly string[]> = new Map(
  `
Africa/Addis_Ababa: Addis
Africa/Algiers: Alger, Algier, Argel
Africa/Cairo: Kairo, Le Caire, El Cairo, القاهرة
Africa/Casablanca: Rabat, Marrakech, Marrakesh
Africa/Johannesburg: Joburg, Kapstadt, Durban, Stellenbosch
Africa/Lagos: Ibadan
Africa/Tunis: Túnez
America/Anchorage: Alaska, Juneau, Fairbanks
America/Argentina/Buenos_Aires: La Plata
America/Bogota: Medellin, Cali
America/Chicago: Urbana, Urbana-Champaign, Madison, St. Louis, New Orleans, Nashville, Milwaukee, Memphis
America/Denver: Albuquerque, Los Alamos, Santa Fe
America/Detroit: Ann Arbor, Michigan
America/Edmonton: Calgary, Alberta
America/Havana: La Habana, Havanna
America/Los_Angeles: LA, L.A., SF, Bay Area, Palo Alto, Pasadena, Irvine, Las Vegas, San Jose, Santa Barbara, Santa Cruz, Silicon Valley, Mountain View, Oakland
America/Mexico_City: CDMX, Ciudad de México, Mexiko-Stadt, Guadalajara, Puebla
America/New_York: NYC, NY, New York City, Nueva York, Nova Iorque, Manhattan, Brooklyn, DC, Washington DC, Baltimore, Miami, Ithaca, New Haven, Providence, Durham, Chapel Hill, Charlotte, Cleveland, Columbus, Orlando
America/Phoenix: Arizona, Tucson, Tempe
America/Sao_Paulo: Rio, Campinas, Brasília, Belo Horizonte, Curitiba, Porto Alegre
America/Toronto: Quebec, Kingston, Ontario, Hamilton
America/Vancouver: British Columbia
Asia/Almaty: Alma-Ata, Astana, Nur-Sultan
Asia/Baku: Bakı
Asia/Bangkok: Krung Thep, กรุงเทพ, Chiang Mai
Asia/Dhaka: Dacca, Chittagong
Asia/Dubai: Sharjah
Asia/Ho_Chi_Minh: Ho Chi Minh City, Ho-Chi-Minh-Stadt, Hà Nội, Da Nang
Asia/Hong_Kong: HK, Hongkong, 香港, Kowloon
Asia/Jakarta: Djakarta, Bandung
Asia/Jerusalem: Yerushalayim, ירושלים, Rehovot, Beer Sheva, Technion
Asia/Kabul: Kaboul
Asia/Kolkata: Bombay, Madras, Kalkutta, New Delhi, Neu-Delhi, Kanpur, Kharagpur, Ahmedabad, Roorkee, Guwahati, मुंबई, दिल्ली
Asia/Kuala_Lumpur: KL, Penang
Asia/Manila: Quezon City
Asia/Riyadh: Riad, Jeddah, Djidda, Dhahran, Mecca
Asia/Seoul: 서울, Soul, Séoul, Busan, Pusan, Pohang, Ulsan, Gwangju
Asia/Shanghai: Peking, Pékin, Pequim, Pekín, 北京, 上海, 深圳, 杭州, Schanghai, Chengdu, Chongqing, Tianjin, Xi'an, Hefei, Harbin, Suzhou, Xiamen, Canton, Nanking
Asia/Singapore: Singapur, Singapour, Singapura, 新加坡
Asia/Taipei: Taipeh, 台北, Kaohsiung, Taichung
Asia/Tashkent: Taschkent
Asia/Tbilisi: Tiflis, თბილისი
Asia/Tehran: Teheran, Téhéran, تهران, Isfahan, Shiraz
Asia/Tokyo: Tokio, Tóquio, 東京, Nagoya, Sendai, Fukuoka, Sapporo, Yokohama, Tsukuba, Kobe, Hiroshima, 京都, 大阪
Asia/Ulaanbaatar: Ulan Bator, Ulan-Bator
Asia/Yangon: Rangun
Asia/Yerevan: Eriwan, Erevan, Երևան
Atlantic/Reykjavik: Reykjavík, Reikiavik
Australia/Brisbane: Queensland, Gold Coast
Australia/Perth: Western Australia
Europe/Amsterdam: Holland, Den Haag, The Hague, Rotterdam, Utrecht, Leiden, Groningen, Nijmegen, Twente, Tilburg
Europe/Athens: Athen, Athina, Αθήνα, Athènes, Atenas, Atene, Thessaloniki
Europe/Belgrade: Beograd, Београд, Belgrad
Europe/Berlin: München, Köln, Colonia, Frankfurt am Main, Francoforte, Francfort, Berlín, Berlino, Bonn, Stuttgart, Dresden, Leipzig, Nürnberg, Nuremberg, Hannover, Hanover, Bremen, Düsseldorf, Karlsruhe, Freiburg, Göttingen, Tübingen, Aachen, Darmstadt, Jena, Potsdam, Munich, Mainz, Ulm, Erlangen, Saarbrücken, Würzburg
Europe/Bratislava: Pressburg
Europe/Brussels: Brüssel, Bruxelles, Brussel, Bruselas, Antwerp, Antwerpen, Ghent, Gent, Leuven, Louvain, Liège
Europe/Bucharest: București, Bukarest, Bucarest, Cluj
Europe/Budapest: Szeged, Debrecen
Europe/Copenhagen: København, Kopenhagen, Copenhague, Köpenhamn, Aarhus, Odense, Aalborg, Lyngby
Europe/Dublin: Cork, Galway, Limerick
Europe/Helsinki: Helsingfors, Espoo, Tampere, Turku, Oulu
Europe/Istanbul: Istambul, Konstantinopel, Constantinople, Izmir
Europe/Kyiv: Kiew, Київ, Lviv, Lwów, Lemberg, Kharkiv, Kharkov, Odesa, Odessa
Europe/Lisbon: Lisboa, Lissabon, Lisbonne, Lisbona, Coimbra, Oporto, Braga, Aveiro
Europe/Ljubljana: Laibach
Europe/London: Londres, Londra, Great Britain, Großbritannien, Grande-Bretagne, Gran Bretaña, Britain, GB, Glasgow, Bristol, Leeds, Birmingham, Liverpool, Sheffield, Durham, Warwick, Cardiff, Belfast, Southampton, Nottingham, St Andrews
Europe/Luxembourg: Luxemburg
Europe/Madrid: Sevilla, Seville, Bilbao, Granada, Zaragoza, Saragossa, Barcelone, Barcellona, Málaga
Europe/Moscow: Moskau, Moscou, Moskva, Москва, Moscú, Mosca, Petersburg, St Petersburg, Leningrad, Санкт-Петербург
Europe/Oslo: Bergen, Trondheim, Tromsø, Stavanger
Europe/Paris: Parigi, París, Marseille, Nice, Nizza, Niza, Lille, Bordeaux, Strasbourg, Straßburg, Nantes, Montpellier, Rennes, Saclay
Europe/Prague: Prag, Praha, Praga, Brünn
Europe/Riga: Rīga
Europe/Rome: Roma, Rom, Milano, Mailand, Torino, Napoli, Naples, Neapel, Firenze, Florence, Florenz, Venezia, Venice, Venedig, Pisa, Padova, Padua, Genova, Genoa, Genua, Trieste
Europe/Sofia: София
Europe/Stockholm: Göteborg, Malmö, Lund, Linköping, Umeå, Estocolmo
Europe/Tallinn: Reval, Tartu
Europe/Vienna: Wien, Vienne, Viena, Bécs, Dunaj, Vídeň, Wiedeń, Salzburg, Linz, Innsbruck, Klagenfurt
Europe/Vilnius: Wilna, Vilna, Kaunas
Europe/Warsaw: Warszawa, Warschau, Varsovie, Varsovia, Varsavia, Kraków, Krakau, Cracow, Gdańsk, Danzig, Poznań, Breslau, Łódź
Europe/Zagreb: Agram
Europe/Zurich: Zürich, Zurigo, Genf, Genève, Ginebra, Ginevra, Bâle, Berne, Lugano
Pacific/Auckland: Christchurch, Dunedin, Hamilton
`
    .trim()
    .split('\n')
    .map((line) => {
      const [zone = '', names = ''] = line.split(': ');
      return [zone, names.split(', ')];
    }),
);
